import { ImportedXmlComponent, TextRun } from 'docx';
import { FONTS } from './fonts.ts';

/**
 * 草稿 across the page, behind the text, as the watermark command of Word makes it: Word and WPS find it by its name and
 * can take it away. Written by hand because the library's own gives the shape a random name, and the same
 * paper has to be the same file.
 */
export const DRAFT_MARK_XML =
  '<w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"' +
  ' xmlns:o="urn:schemas-microsoft-com:office:office">' +
  '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">' +
  '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>' +
  '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>' +
  '<v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>' +
  '<v:f eqn="sum @6 0 @5"/></v:formulas>' +
  '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>' +
  '<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>' +
  '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>' +
  '<v:shape id="PowerPlusWaterMarkObject1" type="#_x0000_t136" style="position:absolute;margin-left:0;margin-top:0;' +
  'width:360pt;height:170pt;rotation:315;z-index:-251657216;mso-position-horizontal:center;' +
  'mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin"' +
  ' o:allowincell="f" fillcolor="#C0C0C0" stroked="f"><v:fill opacity="0.4"/>' +
  `<v:textpath style="font-family:&quot;${FONTS.hei}&quot;;font-size:1pt" string="草稿"/></v:shape></w:pict>`;

export const draftMark = new TextRun({ children: [ImportedXmlComponent.fromXmlString(DRAFT_MARK_XML)] });
