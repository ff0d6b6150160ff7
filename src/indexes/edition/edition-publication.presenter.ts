export class PublicationResponse {
  index!: string;
  year!: number;
  publishedAt!: string;
}
