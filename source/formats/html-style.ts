/**
 * How a page looks: in the colours of the reader's system, light or dark; on a narrow screen each row of a table a card;
 * on paper A4, with the addresses of the reports written out.
 */
export const style = `
:root{color-scheme:light dark;--line:color-mix(in srgb,currentColor 25%,transparent);--soft:color-mix(in srgb,currentColor 72%,transparent);--tint:color-mix(in srgb,currentColor 6%,transparent)}
html{font-size:100%}
body{font:1rem/1.5 system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif;max-width:68rem;margin:2rem auto;padding:0 1rem;overflow-wrap:break-word}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.35rem;margin:2.5rem 0 .75rem;padding-top:.5rem;border-top:2px solid var(--line)}
h3{font-size:1.05rem;margin:2rem 0 .25rem}
h4{font-size:1rem;margin:1rem 0 .25rem}
p{margin:.5rem 0}
.note,.tag,footer,caption{color:var(--soft);font-size:.875rem}
.tag{display:block;font-weight:normal}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;padding:0;margin:.75rem 0}
table{border-collapse:collapse;width:100%;margin:.5rem 0}
caption{text-align:left;padding-bottom:.25rem}
th,td{border-bottom:1px solid var(--line);padding:.4rem .75rem .4rem 0;text-align:left;vertical-align:top}
thead th{font-size:.875rem;white-space:nowrap}
tbody th{font-weight:600}
.chains{table-layout:fixed}
.chains th:nth-child(1){width:22%}
.chains th:nth-child(2){width:20%}
.chains th:nth-child(3){width:15%}
.chains th:nth-child(4){width:26%}
.chains time{white-space:normal}
.summary th a{font-weight:600}
.number{font-variant-numeric:tabular-nums}
td.number>a:first-child,.status{font-weight:700}
time{white-space:nowrap}
ul.plain{list-style:none;padding:0;margin:0}
.claims{list-style:none;padding:0}
.claims>li,.sentences>li{margin:.6rem 0}
.sentences{padding-left:2.75rem}
q{quotes:'“' '”'}
mark{background:color-mix(in srgb,#ffd54a 55%,transparent);color:inherit;padding:0 .1em}
:target{outline:2px solid;outline-offset:4px}
footer{margin-top:2.5rem;padding-top:.75rem;border-top:2px solid var(--line)}
code{font-size:.875em;overflow-wrap:anywhere}
@media screen and (max-width:44rem){
body{margin:1rem auto}
.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.cards,.cards caption,.cards tbody,.cards tr,.cards th,.cards td{display:block}
.cards tr{padding:.5rem 0;border-bottom:1px solid var(--line)}
.cards th,.cards td{border:0;padding:.1rem 0}
.chains tbody th:nth-child(1){width:auto}
.cards td:empty{display:none}
.cards td[data-label]::before{content:attr(data-label)': ';color:var(--soft)}
.cards td.number{font-size:1.1rem}
.cards.summary td.number{display:inline-block;margin-right:1.25rem}
}
@media print{
@page{size:A4;margin:16mm}
:root{color-scheme:light}
html{font-size:9pt}
body{max-width:none;margin:0;padding:0}
a{color:inherit}
nav,.back{display:none}
h2,h3,h4,caption{break-after:avoid}
tr,li{break-inside:avoid}
tbody tr:first-child{break-before:avoid}
thead{display:table-header-group}
.report::after{content:' <'attr(href)'>';overflow-wrap:anywhere}
}
`.replaceAll('\n', '');
