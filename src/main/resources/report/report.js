"use strict";
(() => {
  const data = id => {
    const holder = document.getElementById(id);
    return holder ? JSON.parse(holder.textContent) : [];
  };
  const charts = data("charts");
  const root = document.documentElement;
  const drawn = new Map();
  const MARKS_ON_A_LINE = 40;
  const ROWS_ON_PAPER = 1000;

  const colour = name => getComputedStyle(root).getPropertyValue("--" + name).trim();
  const clock = seconds => {
    const whole = Math.round(seconds);
    return Math.floor(whole / 60) + ":" + String(whole % 60).padStart(2, "0");
  };
  const amount = value => value.toLocaleString("en", {maximumSignificantDigits: 3, useGrouping: true});
  const percentile = nines => {
    const share = 100 * (1 - Math.pow(10, -nines));
    return "p" + share.toFixed(Math.max(0, Math.ceil(nines - 2.001))).replace(/\.0+$/, "");
  };
  const escape = text => text.replace(/[&<>"']/g, character => "&#" + character.charCodeAt(0) + ";");

  const axes = {
    TIME: {label: clock, min: "dataMin", minInterval: 1, right: 20, marks: []},
    RATE: {label: value => amount(value), type: "log", min: "dataMin", right: 24, marks: []},
    PERCENTILE: {label: percentile, min: 0, interval: 1, right: 56, marks: [Math.log10(2), Math.log10(20)]},
  };

  function series(line, axis, background) {
    const paint = colour(line.implementation ? line.implementation.toLowerCase() : "muted");
    const shape = line.implementation === "RUST" ? "diamond" : "circle";
    const every = Math.ceil(line.points.length / MARKS_ON_A_LINE);
    const marked = axis !== "PERCENTILE" && Boolean(line.implementation);
    return {
      type: "line",
      name: line.name,
      data: line.points,
      color: paint,
      symbol: (value, point) => point.dataIndex % every === 0 ? shape : "none",
      symbolSize: line.implementation === "RUST" ? 7 : 5,
      showSymbol: marked,
      endLabel: {show: axis === "PERCENTILE", formatter: "{a}", color: paint, fontSize: 12},
      lineStyle: {color: paint, width: 1.75, type: line.stroke.toLowerCase()},
      emphasis: {disabled: true},
      animation: false,
      ...background,
    };
  }

  function background(chart, words) {
    return {
      markArea: {
        silent: true,
        data: chart.spans.map(span => [
          {xAxis: span.from, itemStyle: {color: colour(span.implementation.toLowerCase()), opacity: 0.08}},
          {xAxis: span.to},
        ]),
      },
      markLine: {
        silent: true,
        symbol: "none",
        lineStyle: {color: colour("line"), type: "solid"},
        label: {...words, position: "end", distance: 3, formatter: mark => axes[chart.axis].label(mark.value)},
        data: axes[chart.axis].marks.map(at => ({xAxis: at})),
      },
    };
  }

  function option(chart) {
    const axis = axes[chart.axis];
    const rule = {lineStyle: {color: colour("line")}};
    const words = {color: colour("muted"), fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12};
    return {
      animation: false,
      grid: {left: 4, right: axis.right, top: 22, bottom: 4, containLabel: true},
      textStyle: words,
      xAxis: {
        type: axis.type || "value",
        min: axis.min,
        max: "dataMax",
        interval: axis.interval,
        minInterval: axis.minInterval,
        axisLine: rule,
        axisTick: {show: false},
        splitLine: {show: false},
        axisLabel: {...words, formatter: axis.label, hideOverlap: true, showMinLabel: chart.axis === "PERCENTILE", showMaxLabel: false},
      },
      yAxis: {type: axis.type || "value", min: axis.type ? undefined : 0, splitNumber: 4, boundaryGap: [0, "8%"], splitLine: rule, axisLabel: {...words, formatter: amount}},
      tooltip: {
        trigger: "axis",
        backgroundColor: colour("surface"),
        borderColor: colour("line"),
        textStyle: {...words, color: colour("ink")},
        formatter: items => [escape(axis.label(items[0].axisValue))]
          .concat(items.filter(item => item.value[1] !== null)
            .map(item => escape(item.seriesName + "  " + amount(item.value[1]) + " " + chart.unit)))
          .join("<br>"),
      },
      series: chart.lines.map((line, index) => series(line, chart.axis, index === 0 ? background(chart, words) : {})),
    };
  }

  function draw(chart) {
    const place = document.getElementById(chart.id);
    const canvas = drawn.get(chart.id) || echarts.init(place, null, {renderer: "svg"});
    drawn.set(chart.id, canvas);
    canvas.setOption(option(chart), true);
  }

  /** A figure is drawn when it comes near the window: nobody waits for those that he does not look at. */
  function drawWhenNear() {
    const byId = new Map(charts.map(chart => [chart.id, chart]));
    const near = new IntersectionObserver(entries => {
      for (const entry of entries.filter(each => each.isIntersecting)) {
        near.unobserve(entry.target);
        draw(byId.get(entry.target.id));
      }
    }, {rootMargin: "800px"});
    charts.forEach(chart => near.observe(document.getElementById(chart.id)));
  }

  function redraw() {
    charts.filter(chart => drawn.has(chart.id)).forEach(draw);
  }

  function resize() {
    drawn.forEach(canvas => canvas.resize());
  }

  // Everything from the run goes into the page as text, through these two.
  const slot = (element, name) => element.querySelector("[data-slot=" + name + "]");

  /** The slot's text; an empty one goes, with all that is about it alone. */
  function write(element, name, text) {
    const place = slot(element, name);
    if (place === null) {
      return;
    }
    if (text === undefined || text === "") {
      (place.closest("[data-part]") || place).remove();
    } else {
      place.textContent = text;
    }
  }

  function mark(place, verdict, word) {
    place.className = "verdict " + verdict;
    place.querySelector("use").setAttribute("href", "#mark-" + verdict);
    place.lastChild.textContent = word;
  }

  /** Items behind a search field and menus, some at a time. */
  function list(name, step, haystack, row) {
    const section = document.getElementById(name);
    const items = data(name + "-data");
    if (!section || items.length === 0) {
      return null;
    }
    const template = document.getElementById(name + "-row").content;
    const search = section.querySelector("input");
    const menus = [...section.querySelectorAll("select")];
    const rows = section.querySelector("[data-rows]");
    const more = section.querySelector("button");
    const rest = section.querySelector(".rest");
    let texts = null;
    let found = items;
    let shown = 0;

    const show = upTo => {
      const added = document.createDocumentFragment();
      for (; shown < Math.min(upTo, found.length); shown++) {
        const element = template.cloneNode(true).firstElementChild;
        row(element, found[shown]);
        added.append(element);
      }
      rows.append(added);
      more.hidden = shown === found.length;
      more.textContent = "Show " + Math.min(step, found.length - shown).toLocaleString("en") + " more";
      rest.textContent = shown === items.length ? ""
        : shown.toLocaleString("en") + " of " + items.length.toLocaleString("en") + " are listed; all of them are in result.json.";
    };
    const apply = () => {
      const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      if (words.length > 0 && texts === null) {
        texts = new Map(items.map(item => [item, haystack(item).join(" ").toLowerCase()]));
      }
      found = items.filter(item => menus.every(menu => menu.value === "" || item[menu.name] === menu.value)
        && words.every(word => texts.get(item).includes(word)));
      section.querySelector("output").textContent =
        found.length.toLocaleString("en") + " of " + items.length.toLocaleString("en");
      rows.replaceChildren();
      shown = 0;
      show(step);
    };
    section.querySelector(".tools").hidden = false;
    search.addEventListener("input", apply);
    menus.forEach(menu => menu.addEventListener("change", apply));
    more.addEventListener("click", () => show(shown + step));
    addEventListener("beforeprint", () => show(ROWS_ON_PAPER));
    apply();
    return {
      items,
      only(text, values) {
        search.value = text;
        menus.forEach(menu => { menu.value = values[menu.name] || ""; });
        apply();
      },
    };
  }

  function side(body, name, shown) {
    const place = slot(body, name);
    if (!shown) {
      place.querySelector("pre").remove();
      place.querySelector("[data-slot=omitted]").remove();
      return;
    }
    place.querySelector("[data-slot=nothing]").remove();
    slot(place, "before").textContent = shown.before;
    slot(place, "different").textContent = shown.different;
    slot(place, "after").textContent = shown.after;
    write(place, "omitted", shown.omitted > 0 ? shown.omitted.toLocaleString("en") + " characters left out" : "");
  }

  function findingBody(finding) {
    const body = document.getElementById("findings-body").content.cloneNode(true).firstElementChild;
    write(body, "rule", finding.rule);
    write(body, "occurrences", finding.occurrences.toLocaleString("en") + (finding.occurrences === 1 ? " occurrence" : " occurrences"));
    write(body, "alone", finding.side);
    write(body, "suite", finding.suite);
    write(body, "id", finding.id);
    slot(body, "id").parentElement.href = "#finding-" + encodeURIComponent(finding.id);
    side(body, "python", finding.python);
    side(body, "rust", finding.rust);
    write(body, "check", finding.check);
    write(body, "at", finding.at);
    write(body, "replay", finding.replay);
    write(body, "pythonCurl", finding.pythonCurl);
    write(body, "rustCurl", finding.rustCurl);
    return body;
  }

  const findingOf = new WeakMap();

  /** Gives a finding its body; whether it had none. */
  function fill(row) {
    const empty = !row.querySelector(".body");
    if (empty) {
      row.append(findingBody(findingOf.get(row)));
    }
    return empty;
  }

  function scrollToDifference(row) {
    row.querySelectorAll("mark").forEach(different => {
      const box = different.closest("pre");
      box.scrollTop = different.offsetTop - box.offsetTop - box.clientHeight / 3;
    });
  }

  function findingRow(element, finding) {
    findingOf.set(element, finding);
    element.id = "finding-" + finding.id;
    mark(slot(element, "status"), finding.status === "open" ? "fail" : "skipped", finding.status);
    write(element, "kind", finding.kind);
    write(element, "operation", finding.operation);
    write(element, "path", finding.path);
    write(element, "suite", finding.suite);
    element.addEventListener("toggle", () => {
      if (element.open && fill(element)) {
        scrollToDifference(element);
      }
    });
  }

  function checkRow(element, check) {
    element.classList.add(check.verdict);
    element.id = "check-" + check.id;
    mark(slot(element, "verdict"), check.verdict, check.verdict);
    write(element, "id", check.id);
    write(element, "reason", check.reason);
    slot(element, "python").textContent = check.python;
    slot(element, "rust").textContent = check.rust;
    write(element, "others", check.others);
    for (const id of check.findings) {
      const link = document.createElement("a");
      link.href = "#finding-" + encodeURIComponent(id);
      link.textContent = id;
      slot(element, "findings").append(link, " ");
    }
  }

  const findings = list("findings", 200,
    item => [item.id, item.kind, item.operation, item.path, item.suite, item.rule, item.check,
      ...[item.python, item.rust].filter(Boolean).map(shown => shown.before + shown.different + shown.after)],
    findingRow);
  list("checks", 100, item => [item.id, item.suite, item.python, item.rust, item.reason, ...item.findings], checkRow);

  function fragment() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch (malformed) {
      return location.hash.slice(1);
    }
  }

  /** A link may go to what is not listed yet: then the list is narrowed to it. */
  function openTarget() {
    const name = fragment();
    const asked = /^findings=(.*)$/.exec(name);
    if (asked && findings) {
      findings.only("", {suite: asked[1]});
      document.getElementById("findings").scrollIntoView();
      return;
    }
    const wanted = findings && findings.items.find(finding => "finding-" + finding.id === name);
    if (wanted && !document.getElementById(name)) {
      findings.only(wanted.id, {});
    }
    const target = document.getElementById(name);
    if (target) {
      const closed = target.closest("details");
      if (closed) {
        closed.open = true;
      }
      target.scrollIntoView();
      const summary = target.querySelector(":scope > summary");
      if (summary) {
        summary.focus({preventScroll: true});
      }
    }
  }

  root.classList.add("drawn");
  drawWhenNear();
  openTarget();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  matchMedia("print").addEventListener("change", redraw);
  addEventListener("hashchange", openTarget);
  addEventListener("resize", resize);
  addEventListener("beforeprint", () => {
    charts.forEach(draw);
    // Opened, they would fill themselves, but not before they are on paper.
    document.querySelectorAll(".finding").forEach(fill);
    document.querySelectorAll("details").forEach(details => { details.open = true; });
    resize();
  });
  addEventListener("afterprint", resize);
})();
