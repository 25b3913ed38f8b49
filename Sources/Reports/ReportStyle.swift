/// How a page looks. Colours never carry a meaning alone; contrasts meet WCAG 2.2 AA in light and in dark; on paper it is
/// always light.
enum ReportStyle {
    /// What the page's content security policy allows: this style sheet by its hash, and nothing else at all. A test keeps
    /// the hash true.
    static let policy =
        "default-src 'none'; style-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'"
    static let hash = "svjt2u2gOM915WBp3L5YNKFYbu1memATX0buRZ+sgZI="

    static let sheet = StyleSheet(
        """
        :root{color-scheme:light dark;--paper:#fff;--ink:#1b1d21;--soft:#4a4f57;--line:#8a9099;--link:#0b4f9e;--bar:#1f5f99;
        --heat-1:#eaf2fb;--heat-2:#d3e4f7;--heat-3:#b5d2f1;--heat-4:#93bdea}
        *{box-sizing:border-box}
        body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
        header,nav,main,footer{max-width:52rem;margin:0 auto;padding:0 1rem}
        h1{font-size:1.75rem;line-height:1.2;margin:1.5rem 0 .75rem}
        h2{font-size:1.375rem;line-height:1.25;margin:2.25rem 0 .5rem;padding-top:.75rem;border-top:1px solid var(--line)}
        h3{font-size:1.125rem;margin:1.5rem 0 .25rem}
        h4{font-size:1rem;margin:1.25rem 0 .25rem}
        p,ul{margin:.5rem 0}
        li{margin:.375rem 0}
        ul ul{margin:.25rem 0}
        nav ul{columns:17rem;padding-left:1.25rem}nav li{margin:0}
        nav h2{border:0;padding:0;margin:1rem 0 .25rem;font-size:1rem}
        a{color:var(--link)}
        nav a,.entry{display:inline-block;min-width:1.5rem;min-height:1.5rem}
        .entry{text-align:center}
        :focus-visible{outline:3px solid var(--link);outline-offset:2px}
        .skip{position:absolute;left:-100rem;padding:.5rem 1rem;background:var(--paper)}
        .skip:focus{left:0;top:0}
        .entries{color:var(--soft);white-space:nowrap}
        .many{white-space:normal}
        .scroll{overflow-x:auto;margin:1rem 0;border:1px solid var(--line)}
        table{border-collapse:collapse;width:100%;font-size:.9375rem;overflow-wrap:normal}
        caption{text-align:left;font-weight:600;padding:.5rem .625rem}
        th,td{padding:.4375rem .625rem;text-align:left;vertical-align:top;border-top:1px solid var(--line);min-width:5.5rem}
        td.long{min-width:16rem}
        tbody th{font-weight:600}
        .heat-1{background:var(--heat-1)}.heat-2{background:var(--heat-2)}
        .heat-3{background:var(--heat-3)}.heat-4{background:var(--heat-4)}
        figure{margin:1rem 0}
        figcaption{color:var(--soft);font-size:.9375rem}
        svg{display:block;width:26rem;max-width:100%;height:auto}
        svg text{fill:var(--ink);font:13px system-ui,sans-serif}
        svg .stage{font-weight:600}
        .bar-last{fill:var(--bar);stroke:var(--bar)}
        .bar-early{fill:none;stroke:var(--bar);stroke-width:2}
        footer{margin-top:2rem;padding-bottom:2rem;color:var(--soft)}
        @media screen and (prefers-color-scheme:dark){:root{--paper:#15171b;--ink:#eceef1;--soft:#b9bec6;--line:#6f7680;
        --link:#8fc1ff;--bar:#7db4ee;--heat-1:#1c2733;--heat-2:#21364c;--heat-3:#284869;--heat-4:#2f5a87}}
        @page{size:A4;margin:18mm 16mm}
        @media print{body{font-size:10.5pt;line-height:1.4}header,main,footer{max-width:none;padding:0}
        nav,.skip{display:none}a{color:inherit;text-decoration:none}.entry{min-width:0;min-height:0;display:inline}
        .scroll{overflow:visible;border:0}th,td,td.long{min-width:0}table{font-size:9pt}
        h1,h2,h3,h4,caption{break-after:avoid}tr,figure,li{break-inside:avoid}svg{width:10cm}
        .heat-1,.heat-2,.heat-3,.heat-4,.bar-last{print-color-adjust:exact}}

        """)
}
