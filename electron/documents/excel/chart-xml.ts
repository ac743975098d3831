import type { ChartCells, ChartSeries, SheetChart } from './chart-model.ts';

/** The charts of a spreadsheet in DrawingML (ECMA-376 part 1, 21.2). */

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';

/** Told apart by lightness as well as by hue, and by their marks: a chart has to survive a black-and-white printer. */
const COLOURS = ['1F3A5F', 'B7791F', '2E7D6B', '7C8DA6', '8C5A3C', '5B6B3A', 'A65B6E', '4E8CA8'];
const MARKS = ['circle', 'square', 'triangle', 'diamond', 'x', 'star', 'plus', 'dash'];
const DASHES = ['solid', 'dash', 'sysDot', 'dashDot'];
const INK = '1F3A5F';
const LINE = 'D9D5CC';

/** A text as it may stand in an element or attribute; what XML cannot carry is left out. */
export const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const solid = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
const letters = (size: number, colour: string, bold = false): string =>
  `<a:defRPr sz="${String(size)}" b="${bold ? '1' : '0'}">${solid(colour)}<a:latin typeface="宋体"/><a:ea typeface="宋体"/></a:defRPr>`;
const textOf = (size: number, colour: string): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${letters(size, colour)}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;
const hairline = `<c:spPr><a:ln w="6350">${solid(LINE)}</a:ln></c:spPr>`;

const words = ({ cells, values }: ChartCells<string>): string =>
  `<c:strRef><c:f>${escaped(cells)}</c:f><c:strCache><c:ptCount val="${String(values.length)}"/>${values
    .map((value, at) => `<c:pt idx="${String(at)}"><c:v>${escaped(value)}</c:v></c:pt>`)
    .join('')}</c:strCache></c:strRef>`;

const figures = ({ cells, values }: ChartCells<number | null>, numFmt: string): string =>
  `<c:numRef><c:f>${escaped(cells)}</c:f><c:numCache><c:formatCode>${escaped(numFmt)}</c:formatCode><c:ptCount val="${String(values.length)}"/>${values
    .map((value, at) =>
      value === null ? '' : `<c:pt idx="${String(at)}"><c:v>${String(value)}</c:v></c:pt>`,
    )
    .join('')}</c:numCache></c:numRef>`;

const labels = (numFmt: string, position: string): string =>
  `<c:dLbls><c:numFmt formatCode="${escaped(numFmt)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textOf(800, '333333')}<c:dLblPos val="${position}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;

const seriesXml = (chart: SheetChart, series: ChartSeries, at: number): string => {
  const colour = COLOURS[at % COLOURS.length] ?? INK;
  const drawn =
    chart.kind === 'bar'
      ? `<c:spPr>${solid(colour)}</c:spPr><c:invertIfNegative val="0"/>`
      : `<c:spPr><a:ln w="22225" cap="rnd">${solid(colour)}<a:prstDash val="${DASHES[at % DASHES.length] ?? 'solid'}"/></a:ln></c:spPr><c:marker><c:symbol val="${MARKS[at % MARKS.length] ?? 'circle'}"/><c:size val="6"/><c:spPr>${solid(colour)}<a:ln>${solid(colour)}</a:ln></c:spPr></c:marker>`;
  // Figures beside the marks of several lines lie on top of each other.
  const few = chart.series.length === 1 && chart.kind !== 'radar';
  return `<c:ser><c:idx val="${String(at)}"/><c:order val="${String(at)}"/><c:tx>${words(series.name)}</c:tx>${drawn}${
    few ? labels(chart.numFmt, chart.kind === 'bar' ? 'outEnd' : 't') : ''
  }<c:cat>${words(chart.categories)}</c:cat><c:val>${figures(series.values, chart.numFmt)}</c:val>${
    chart.kind === 'line' ? '<c:smooth val="0"/>' : ''
  }</c:ser>`;
};

const CATEGORY_AXIS = '111111111';
const VALUE_AXIS = '222222222';

const plot = (chart: SheetChart): string => {
  const series = chart.series.map((one, at) => seriesXml(chart, one, at)).join('');
  const axes = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;
  switch (chart.kind) {
    case 'bar':
      return `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="80"/>${axes}</c:barChart>`;
    case 'line':
      return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart>`;
    case 'radar':
      return `<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>${series}${axes}</c:radarChart>`;
  }
};

/** Five to ten lines across, on round figures. */
const stepOf = ({ min, max }: NonNullable<SheetChart['axis']>): number =>
  [1, 2, 5, 10, 20, 50].find((step) => (max - min) / step <= 6) ?? max - min;

const axesXml = ({ axis, kind, numFmt }: SheetChart): string => {
  const scaling = axis
    ? `<c:scaling><c:orientation val="minMax"/><c:max val="${String(axis.max)}"/><c:min val="${String(axis.min)}"/></c:scaling>`
    : '<c:scaling><c:orientation val="minMax"/></c:scaling>';
  const grid = `<c:majorGridlines>${hairline}</c:majorGridlines>`;
  const text = textOf(900, '333333');
  return `<c:catAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>${
    kind === 'radar' ? grid : ''
  }<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${hairline}${text}<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx><c:valAx><c:axId val="${VALUE_AXIS}"/>${scaling}<c:delete val="0"/><c:axPos val="l"/>${grid}<c:numFmt formatCode="${escaped(kind === 'radar' ? '0' : numFmt)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${hairline}${text}<c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="${axis ? 'min' : 'autoZero'}"/><c:crossBetween val="between"/>${axis ? `<c:majorUnit val="${String(stepOf(axis))}"/>` : ''}</c:valAx>`;
};

/** The part `xl/charts/chartN.xml`. */
export const chartXml = (chart: SheetChart): string => {
  const title = `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${letters(1200, INK, true)}</a:pPr><a:r><a:rPr lang="zh-CN" sz="1200" b="1">${solid(INK)}<a:latin typeface="宋体"/><a:ea typeface="宋体"/></a:rPr><a:t>${escaped(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
  const legend =
    chart.series.length > 1
      ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textOf(900, '333333')}</c:legend>`
      : '';
  return `${DECLARATION}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${MAIN}" xmlns:r="${RELATIONS}"><c:roundedCorners val="0"/><c:chart>${title}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot(chart)}${axesXml(chart)}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr>${solid('FFFFFF')}<a:ln><a:noFill/></a:ln></c:spPr></c:chartSpace>`;
};

const corner = (name: string, { column, row }: { column: number; row: number }): string =>
  `<xdr:${name}><xdr:col>${String(column - 1)}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${String(row - 1)}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;

/** The part `xl/drawings/drawingN.xml`: where the charts of one sheet stand; the n-th is its relation `rId{n}`. */
export const drawingXml = (charts: readonly SheetChart[]): string =>
  `${DECLARATION}<xdr:wsDr xmlns:xdr="${SHEET_DRAWING}" xmlns:a="${MAIN}">${charts
    .map(({ place, title }, at) => {
      const number = String(at + 1);
      return `<xdr:twoCellAnchor>${corner('from', place.from)}${corner('to', place.to)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${String(at + 2)}" name="${escaped(title)}" descr="${escaped(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${RELATIONS}" r:id="rId${number}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;
    })
    .join('')}</xdr:wsDr>`;
