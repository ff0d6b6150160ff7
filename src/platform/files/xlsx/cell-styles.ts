/** How a cell of a printed table looks. */
export type CellStyle =
  | 'plain'
  | 'issuer'
  | 'title'
  | 'remark'
  | 'warning'
  | 'head'
  | 'group'
  | 'text'
  | 'centred'
  | 'whole'
  | 'decimal'
  | 'day';

const [PLAIN, BOLD, ITALIC, RED] = [0, 1, 2, 3];
const [NO_BORDER, BORDER] = [0, 1];
/** Numbers of number formats; those below 164 are built in. */
const [TEXT, WHOLE, DECIMAL, DAY] = [49, 3, 4, 164];

interface Look {
  font: number;
  border: number;
  shaded?: boolean;
  across: 'left' | 'center' | 'right';
  down: 'top' | 'center';
  format?: number;
}

const looks: Record<CellStyle, Look> = {
  plain: { font: PLAIN, border: NO_BORDER, across: 'left', down: 'top' },
  issuer: { font: BOLD, border: NO_BORDER, across: 'center', down: 'top' },
  title: { font: BOLD, border: NO_BORDER, across: 'center', down: 'center' },
  remark: { font: ITALIC, border: NO_BORDER, across: 'center', down: 'center' },
  warning: { font: RED, border: NO_BORDER, across: 'center', down: 'center' },
  head: { font: BOLD, border: BORDER, shaded: true, across: 'center', down: 'center' },
  group: { font: BOLD, border: BORDER, across: 'left', down: 'center' },
  text: { font: PLAIN, border: BORDER, across: 'left', down: 'top' },
  centred: { font: PLAIN, border: BORDER, across: 'center', down: 'top' },
  whole: { font: PLAIN, border: BORDER, across: 'right', down: 'top', format: WHOLE },
  decimal: { font: PLAIN, border: BORDER, across: 'right', down: 'top', format: DECIMAL },
  day: { font: PLAIN, border: BORDER, across: 'center', down: 'top', format: DAY },
};

const order = Object.keys(looks) as CellStyle[];

/** The number by which a cell names its style. */
export function styleNumber(style: CellStyle): number {
  return order.indexOf(style);
}

/** The part `xl/styles.xml`. Official documents are set in Times New Roman. */
export function stylesXml(): string {
  const font = (marks: string) =>
    `<font>${marks}<sz val="12"/><name val="Times New Roman"/><family val="1"/></font>`;
  const fonts = ['', '<b/>', '<i/>', '<b/><i/><color rgb="FFC00000"/>'].map(font);
  const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`;
  const borders = [
    '<border><left/><right/><top/><bottom/><diagonal/></border>',
    `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`,
  ];
  const fills = ['<patternFill patternType="none"/>', '<patternFill patternType="gray125"/>', shade].map(
    (fill) => `<fill>${fill}</fill>`,
  );
  const cells = order.map((style) => {
    const { font: fontId, border, shaded, across, down, format = TEXT } = looks[style];
    return (
      `<xf numFmtId="${format}" fontId="${fontId}" fillId="${shaded ? 2 : 0}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">` +
      `<alignment horizontal="${across}" vertical="${down}" wrapText="1"/></xf>`
    );
  });
  const list = (name: string, items: string[]) =>
    `<${name} count="${items.length}">${items.join('')}</${name}>`;
  return (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<numFmts count="1"><numFmt numFmtId="${DAY}" formatCode="dd/mm/yyyy"/></numFmts>${list('fonts', fonts)}${list('fills', fills)}${list('borders', borders)}` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `${list('cellXfs', cells)}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
  );
}

const shade =
  '<patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/><bgColor indexed="64"/></patternFill>';
