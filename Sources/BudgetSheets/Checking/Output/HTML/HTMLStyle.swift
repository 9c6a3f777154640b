/// The style sheet of the pages.
enum HTMLStyle {
  /// What the page's security policy knows it by: its SHA-256.
  static let hash = "sha256-1poZxrYoy6lEzhEGvBbWdzSkn/+JbAmqpe/Ul3c2qkc="

  /// The style sheet itself.
  static let text: StaticString = """
    :root {
      color-scheme: light dark;
      --page: #f4f3ef; --paper: #ffffff; --ink: #1b1d20; --soft: #5a6068; --line: #d9d7d0; --grid: #a9adb3;
      --head: #f1f0ec; --link: #17539c;
      --error: #b3201a; --error-back: #fdeeec; --warning: #8a5800; --warning-back: #fff5dc;
      --info: #2a5f87; --info-back: #eaf3fa; --good: #1f6b3b; --good-back: #e8f5ec;
      --suspect: #6a3fa0; --suspect-back: #f4eefb;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --page: #15171a; --paper: #1d2024; --ink: #e5e6e8; --soft: #a2a8b0; --line: #363a40; --grid: #5a6068;
        --head: #25282d; --link: #8bb8f0;
        --error: #ff8f87; --error-back: #3a1f1e; --warning: #f0bd5a; --warning-back: #352a13;
        --info: #8ec3ea; --info-back: #182a38; --good: #7fd29b; --good-back: #17301f;
        --suspect: #c9a8f2; --suspect-back: #2b2139;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 4rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0; background: var(--page); color: var(--ink); line-height: 1.6; font-size: 1rem;
      font-family: system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
      font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
    }
    a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 2px; }
    :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    h1, h2, h3, h4, p, ul, dl, dd { margin: 0; padding: 0; }
    ul { list-style: none; }
    [hidden] { display: none !important; }
    .masthead, main { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
    .masthead { padding-top: 2rem; }
    .back { margin-bottom: 1rem; }
    .kind { color: var(--soft); letter-spacing: .08em; }
    h1 { font-size: 1.75rem; line-height: 1.3; font-weight: 700; margin: .15rem 0 .35rem; }
    h1 .year { font-weight: 400; color: var(--soft); margin-left: .6em; white-space: nowrap; }
    .source { color: var(--soft); font-size: .9rem; display: flex; flex-wrap: wrap; gap: 0 1.5em; }
    main > section { margin-top: 2.5rem; }
    h2 { font-size: 1.3rem; line-height: 1.4; }
    .hint { color: var(--soft); font-size: .9rem; margin-top: .25rem; }

    .verdict { border-left: .4rem solid; background: var(--paper); padding: 1rem 1.25rem; border-radius: 0 .4rem .4rem 0; }
    main > .verdict { margin-top: 1.5rem; }
    .verdict h2 { font-size: 1.5rem; display: flex; align-items: center; gap: .5rem; }
    .verdict p { color: var(--ink); }
    .verdict .sign { font-size: 1.1rem; }
    .rejected, .unreadable { --tone: var(--error); }
    .explainable { --tone: var(--warning); }
    .incomplete { --tone: var(--info); }
    .passed { --tone: var(--good); }
    .verdict { color: var(--tone); }

    .sign {
      display: inline-grid; place-items: center; min-width: 1.35em; height: 1.35em; padding: 0 .15em; font-size: .8em;
      line-height: 1; font-weight: 700; border: 1.5px solid currentColor; border-radius: .25em; font-style: normal;
    }
    .error > .sign, .rejected .sign, .unreadable .sign { background: var(--error); border-color: var(--error); color: var(--paper); }
    .info > .sign { border-radius: 50%; border-style: dotted; }
    .error { --tone: var(--error); --back: var(--error-back); }
    .warning { --tone: var(--warning); --back: var(--warning-back); }
    .info { --tone: var(--info); --back: var(--info-back); }

    main > .ledger { margin-top: 1rem; }
    .ledger dl { display: flex; flex-wrap: wrap; gap: 1px; background: var(--line); border: 1px solid var(--line); border-radius: .4rem; overflow: hidden; }
    .ledger dl > div { flex: 1 1 6.5rem; background: var(--paper); padding: .6rem 1rem; }
    .ledger dt { color: var(--soft); font-size: .85rem; display: flex; align-items: center; gap: .4em; }
    .ledger dd { font-size: 1.5rem; line-height: 1.25; font-weight: 600; }
    .ledger .none dd { color: var(--soft); font-weight: 400; }
    .ledger .failed:not(.none) dd { color: var(--error); }
    .ledger .not-checked:not(.none) dd { color: var(--info); }
    .verdicts dl > div:not(.none) dt, .verdicts dl > div:not(.none) dd { color: var(--tone); }
    .unchecked { margin-top: .75rem; font-size: .9rem; }
    .unchecked summary { color: var(--soft); }
    .unchecked li { display: flex; flex-wrap: wrap; gap: 0 .8em; padding: .3rem 0 .3rem 1rem; border-top: 1px solid var(--line); }
    .unchecked .reason { color: var(--info); }
    .code { font-weight: 600; font-variant-numeric: tabular-nums; white-space: nowrap; }

    .contents { margin-top: 1.25rem; }
    .contents ul { display: flex; flex-wrap: wrap; gap: .4rem; }
    .contents a {
      display: flex; align-items: center; gap: .45rem; padding: .2rem .65rem; border: 1px solid var(--line); border-radius: .4rem;
      background: var(--paper); text-decoration: none; font-size: .9rem; min-height: 2.2rem;
    }
    .contents a:hover { border-color: var(--link); }
    .tally { display: inline-flex; align-items: center; gap: .25em; font-size: .85rem; color: var(--tone); font-weight: 600; }
    .tally.explained { color: var(--good); font-weight: 400; }
    .tally.clean { color: var(--good); font-weight: 400; }

    .cause {
      background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; padding: 1rem 1.25rem; margin-top: .75rem;
    }
    .cause h3 { font-size: 1.05rem; }
    .cause-number { color: var(--suspect); margin-right: .75em; }
    .cause p { margin-top: .5rem; }
    .alternative { margin-top: 1rem; padding-top: .75rem; border-top: 1px dashed var(--line); }
    .alternative h4 { font-size: 1rem; font-weight: 400; }
    .or { font-weight: 700; margin-right: .6em; }
    .to-finding { white-space: nowrap; margin-right: .6em; }
    .to-finding .sign { color: var(--tone); margin-right: .3em; }
    .to-finding.error .sign { color: var(--paper); }

    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; }
    .plain { margin-top: .6rem; font-size: .92rem; }
    .plain th { text-align: left; font-weight: 400; color: var(--soft); white-space: nowrap; }
    .plain th, .plain td { padding: .22rem .9rem .22rem 0; vertical-align: baseline; }
    .plain thead th { border-bottom: 1px solid var(--line); }
    .plain .number { text-align: right; white-space: nowrap; }
    .plain td:last-child, .plain th:last-child { padding-right: 0; }
    .plain .arrow { color: var(--soft); padding-right: .6rem; }
    .address { white-space: nowrap; }
    .changes .proposed { font-weight: 700; color: var(--suspect); }
    .derived td { color: var(--soft); }
    .derived th { padding-top: .6rem; font-size: .85rem; }
    .changes .derived .proposed { font-weight: 400; color: inherit; }
    .blank { color: var(--soft); font-style: normal; }

    .legend { display: flex; flex-wrap: wrap; gap: .2rem 1.5rem; margin: .35rem 0 .5rem; }
    .legend .tally { font-weight: 400; color: var(--ink); gap: .45em; }
    .legend .warning .sign, .legend .info .sign { color: var(--tone); }
    #filter { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: .4rem; padding: .6rem 0; background: var(--page); }
    #filter button {
      font: inherit; font-size: .9rem; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: .4rem;
      padding: .25rem .8rem; min-height: 2.4rem; cursor: pointer; display: inline-flex; align-items: center; gap: .4em;
    }
    #filter .explainable .sign, #filter .incomplete .sign, #filter .passed .sign { color: var(--tone); }
    #filter .warning .sign, #filter .info .sign { color: var(--tone); }
    #filter button[aria-pressed="true"] { border-color: var(--ink); box-shadow: inset 0 0 0 1px var(--ink); font-weight: 600; }

    .form { background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; margin-top: .75rem; }
    summary { cursor: pointer; display: flex; gap: .6rem; align-items: baseline; list-style: none; }
    summary::-webkit-details-marker { display: none; }
    summary::before { content: "▸"; color: var(--soft); flex: none; width: .8em; }
    details[open] > summary::before { content: "▾"; }
    .form > summary { padding: .7rem 1.25rem; }
    section.form { padding: 1rem 1.25rem; }
    .form-name { display: inline-flex; flex-wrap: wrap; align-items: center; gap: .1rem .75rem; font-size: 1.05rem; }
    .form-title { font-weight: 400; }
    details.form > .findings, .sheet, details.form > .hint { margin: 0 1.25rem 1.25rem; }
    .finding {
      border: 1px solid var(--line); border-left: .3rem solid var(--tone); border-radius: .2rem; padding: .6rem .9rem; margin-top: .6rem;
    }
    .finding.warning { border-left-style: double; border-left-width: .4rem; }
    .finding.info { border-left-style: dotted; }
    .finding h4 { position: relative; padding-right: 2.5em; font-size: 1rem; font-weight: 400; display: flex; flex-wrap: wrap; align-items: center; gap: .1rem .7rem; }
    .badge { display: inline-flex; align-items: center; gap: .4em; color: var(--tone); font-weight: 600; white-space: nowrap; }
    .badge.explained { color: var(--good); font-weight: 400; border: 1px solid; border-radius: .25rem; padding: 0 .4em; font-size: .85rem; }
    .finding h4 .finding-number { position: absolute; top: .1rem; right: 0; }
    .finding-number { margin-left: auto; color: var(--soft); text-decoration: none; font-size: .85rem; min-width: 1.5em; text-align: right; }
    .finding .message { margin-top: .2rem; }
    .explanation { margin-top: .4rem; padding: .3rem .7rem; background: var(--good-back); border-radius: .2rem; white-space: pre-line; }
    .see { margin-top: .3rem; font-size: .9rem; display: flex; gap: 1em; }
    @media (min-width: 60rem), print {
      .with-sides { display: grid; grid-template-columns: minmax(18rem, 1fr) minmax(0, auto); grid-template-rows: auto auto 1fr; gap: 0 2.5rem; }
      .with-sides h4 { grid-column: 1 / -1; }
      .with-sides > p { grid-column: 1; }
      .with-sides .sides { grid-column: 2; grid-row: 2 / span 3; align-self: start; margin-top: .2rem; }
      .with-sides .sides .side:first-child > * { padding-top: 0; }
    }
    .sides .side td, .sides .side th { padding-top: .35rem; }
    .sides .side .number { font-weight: 600; }
    .sides .factor { text-align: right; color: var(--soft); padding-right: .4rem; }
    .sides .difference td, .sides .difference th { border-top: 1px solid var(--line); }
    .sides .difference .number { color: var(--tone); font-weight: 700; }
    .many li { display: flex; flex-wrap: wrap; gap: .1rem .7rem; padding: .3rem 0; border-top: 1px solid var(--line); align-items: baseline; }
    .many ul { margin-top: .4rem; }
    .many .message { margin: 0; flex: 1 1 20rem; }
    .many .explanation, .many .see { flex-basis: 100%; margin: 0; }
    .finding:target, li:target, .cause:target { outline: 3px solid var(--link); outline-offset: 2px; }

    .sheet { font-size: .875rem; }
    .findings + .sheet { margin-top: 1rem; }
    .sheet-line { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 2rem; }
    .sheet-note { margin-top: .4rem; white-space: pre-line; }
    .drawn { margin-top: .3rem; min-width: 100%; line-height: 1.45; background: var(--paper); }
    .drawn th, .drawn td { border: 1px solid var(--grid); padding: .22rem .45rem; font-weight: 400; text-align: left; vertical-align: middle; }
    .drawn .heading { background: var(--head); text-align: center; min-width: 4em; }
    .drawn .label { min-width: 13em; }
    .drawn .text { min-width: 6em; white-space: pre-line; }
    .drawn .long { min-width: 15em; white-space: pre-line; }
    .many.drawn .long { min-width: 12em; }
    .drawn .code { text-align: center; font-weight: 400; min-width: 2.8em; }
    .drawn .amount { text-align: right; min-width: 5.5em; }
    .amount > .value { white-space: nowrap; }
    .drawn .bold { font-weight: 700; }
    .drawn .indented { padding-left: 1.8em; }
    .drawn .centered { text-align: center; }
    .hidden-row > * { color: var(--soft); }
    .hidden-note { font-size: .75rem; border: 1px dashed; border-radius: .2rem; padding: 0 .3em; margin-left: .5em; white-space: nowrap; }
    .drawn .marked { background: var(--back); outline: 2px solid var(--tone); outline-offset: -2px; }
    .drawn .marked.warning { outline-style: dashed; }
    .drawn .marked.info { outline: 1.5px dotted var(--tone); outline-offset: -2px; }
    .drawn .marked:not(.info) > .value { font-weight: 600; }
    .mark { display: inline-flex; align-items: center; gap: .15em; margin-left: .45em; color: var(--tone); text-decoration: none; font-size: .75rem; font-weight: 600; white-space: nowrap; }
    .proposal { display: block; color: var(--suspect); font-size: .8rem; font-weight: 600; text-decoration: none; white-space: nowrap; }
    .suspect { background: var(--suspect-back); }
    .drawn :target { box-shadow: inset 0 0 0 4px var(--link); }

    .rules td { border-top: 1px solid var(--line); }
    .rules .failed .code::before { content: "✕ "; color: var(--error); }
    .rules .not-checked .code::before { content: "? "; color: var(--info); }
    .rules table { width: 100%; }
    .rules .rule { min-width: 16em; width: 60%; }
    .rules .reason { min-width: 8em; }
    .index { width: 100%; background: var(--paper); margin: 0; }
    .index th, .index td { padding: .45rem .75rem; border-bottom: 1px solid var(--line); }
    .index td:last-child, .index th:last-child { padding-right: .75rem; }
    .index .group { text-align: center; border-left: 1px solid var(--line); border-bottom: 0; padding-bottom: 0; font-size: .85rem; }
    .index thead td { border-bottom: 0; }
    .index .first { border-left: 1px solid var(--line); }
    .verdicts ~ section, .verdicts ~ #filter { margin-top: 1.25rem; }
    main > #filter + .files { margin-top: 0; }
    #departments li { padding-left: 1.2em; }
    .index .badge, .index th { white-space: nowrap; }
    .index .none { color: var(--soft); }
    .index .year { color: var(--soft); white-space: nowrap; }
    .index .message { color: var(--error); }

    @media (max-width: 40rem) {
      .masthead, main { padding: 0 .75rem; }
      .masthead { padding-top: 1.25rem; }
      h1 { font-size: 1.35rem; }
      h1 .year { display: block; margin: 0; font-size: 1rem; }
      .ledger dl > div { flex-basis: 30%; padding: .45rem .7rem; }
      .cause, section.form { padding: .75rem; }
      .form > summary { padding: .7rem .75rem .7rem .5rem; }
      details.form > .findings, .sheet, details.form > .hint { margin: 0 .75rem .75rem; }
      .drawn .label { min-width: 10em; }
      #filter { flex-wrap: nowrap; overflow-x: auto; }
      #filter button { flex: none; padding: .25rem .6rem; }
      .index, .index tbody { display: block; }
      .index thead { display: none; }
      .index tr { display: flex; flex-wrap: wrap; gap: .05rem .9rem; padding: .6rem .75rem; border-bottom: 1px solid var(--line); }
      .index td, .index td:last-child { padding: 0; border: 0 !important; text-align: left; }
      .index td:nth-child(-n+3), .index .message { flex: 0 0 100%; }
      .index td:empty, .index .number.none { display: none; }
      .index .number { font-size: .85rem; }
      .index .number::before { content: attr(data-label) " "; color: var(--soft); }
      .changes, .changes tbody { display: block; }
      .changes thead { display: none; }
      .changes tr { display: grid; grid-template-columns: 1fr auto auto; padding: .35rem 0; border-top: 1px solid var(--line); }
      .changes td, .changes th { padding: 0; }
      .changes .address, .changes .item, .changes th { grid-column: 1 / -1; }
      .changes .arrow { padding: 0 .6rem; }
      .changes td.number { min-width: 4.5em; }
    }

    @page { size: A4; margin: 14mm 12mm; }
    @page wide { size: A4 landscape; margin: 12mm; }
    @media print {
      :root {
        color-scheme: light;
        --page: #fff; --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --grid: #666; --head: #f0f0f0; --link: #000;
        --error: #b3201a; --error-back: #fdeeec; --warning: #7a4d00; --warning-back: #fff5dc; --info: #2a5f87; --info-back: #eef5fb;
        --good: #1f6b3b; --good-back: #f0f8f2; --suspect: #5b3590; --suspect-back: #f6f1fc;
      }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      html { font-size: 10pt; }
      body { font-size: 1rem; line-height: 1.45; }
      .masthead, main { max-width: none; padding: 0; }
      #filter, .back, .contents { display: none !important; }
      details::details-content { content-visibility: visible; display: block; block-size: auto; height: auto; }
      summary::before { display: none; }
      a { text-decoration: none; }
      .scroll { overflow: visible; }
      .form { border: 0; margin-top: 6mm; }
      .form > summary { padding: 0; break-after: avoid; }
      section.form { padding: 0; }
      details.form > .findings, .sheet, details.form > .hint { margin: 0 0 3mm; }
      .landscape { page: wide; }
      h2, h3, h4, .legend, .sheet-line, .plain thead { break-after: avoid; }
      tr, .finding:not(.many), .many li, .verdict, .ledger dl, .cause, .cause tbody { break-inside: avoid; }
      .many li { padding: .08rem 0; font-size: .9rem; }
      thead { display: table-header-group; }
      .drawn { width: 100%; min-width: 0; font-size: 8.5pt; line-height: 1.3; }
      .drawn.many { font-size: 7pt; }
      .drawn th, .drawn td { padding: .6mm 1mm; }
      .drawn .heading, .drawn .label, .drawn .text, .drawn .long, .drawn .code, .drawn .amount { min-width: 0; }
      .drawn .text { min-width: 3.2em; }
      .headings { break-after: avoid; }
      .drawn.many .mark, .drawn.many .proposal { font-size: 6.5pt; }
      .rules table { font-size: 8pt; line-height: 1.3; }
      .rules .rule, .rules .reason { min-width: 0; }
      .index { font-size: 8pt; }
      .index th, .index td { padding: .6mm 1mm; }
    }
    """
}
