/** Draws a text as a QR code. */

import { correction, generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';

const svgNamespace = 'http://www.w3.org/2000/svg';
/** The quiet zone that readers need, in modules. */
const quiet = 4;

/** The code, whose text alternative is the text; undefined if the text is too long for one. */
export function qrCode(text: string): SVGSVGElement | undefined {
  try {
    const code = generate(text, { minCorrectionLevel: correction.L });
    const svg = document.createElementNS(svgNamespace, 'svg');
    const path = document.createElementNS(svgNamespace, 'path');
    const side = String(code.size + 2 * quiet);
    svg.setAttribute('viewBox', `${String(-quiet)} ${String(-quiet)} ${side} ${side}`);
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', text);
    svg.setAttribute('shape-rendering', 'crispEdges');
    path.setAttribute('d', toSvgPath(code));
    svg.append(path);
    return svg;
  } catch {
    return undefined;
  }
}
