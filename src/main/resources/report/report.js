"use strict";
(() => {
  const charts = JSON.parse(document.getElementById("charts").textContent);
  const root = document.documentElement;
  const drawn = new Map();
  const MARKS_ON_A_LINE = 40;

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
    PERCENTILE: {label: percentile, min: 0, interval: 1, right: 56, marks: [Math.log10(2), Math.log10(20)]},
  };

  function series(line, axis, background) {
    const paint = colour(line.implementation ? line.implementation.toLowerCase() : "muted");
    const shape = line.implementation === "RUST" ? "diamond" : "circle";
    const every = Math.ceil(line.points.length / MARKS_ON_A_LINE);
    const marked = axis === "TIME" && line.implementation !== null;
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
        type: "value",
        min: axis.min,
        max: "dataMax",
        interval: axis.interval,
        minInterval: axis.minInterval,
        axisLine: rule,
        axisTick: {show: false},
        splitLine: {show: false},
        axisLabel: {...words, formatter: axis.label, hideOverlap: true, showMinLabel: chart.axis === "PERCENTILE", showMaxLabel: false},
      },
      yAxis: {type: "value", min: 0, splitNumber: 4, boundaryGap: [0, "8%"], splitLine: rule, axisLabel: {...words, formatter: amount}},
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

  function draw() {
    for (const chart of charts) {
      const place = document.getElementById(chart.id);
      const canvas = drawn.get(chart.id) || echarts.init(place, null, {renderer: "svg"});
      drawn.set(chart.id, canvas);
      canvas.setOption(option(chart), true);
    }
  }

  function resize() {
    drawn.forEach(canvas => canvas.resize());
  }

  function filter() {
    const tools = document.getElementById("finding-tools");
    if (!tools) {
      return;
    }
    const input = tools.querySelector("input");
    const shown = tools.querySelector("output");
    const findings = [...document.querySelectorAll(".finding")];
    const texts = findings.map(finding => finding.textContent.toLowerCase());
    const apply = () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let count = 0;
      findings.forEach((finding, index) => {
        finding.hidden = !words.every(word => texts[index].includes(word));
        count += finding.hidden ? 0 : 1;
      });
      shown.textContent = count + " of " + findings.length;
    };
    tools.hidden = false;
    input.addEventListener("input", apply);
    apply();
  }

  function openTarget() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target) {
      const closed = target.closest("details");
      if (closed) {
        closed.open = true;
      }
      target.scrollIntoView();
    }
  }

  root.classList.add("drawn");
  draw();
  filter();
  openTarget();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  matchMedia("print").addEventListener("change", draw);
  addEventListener("hashchange", openTarget);
  addEventListener("resize", resize);
  addEventListener("beforeprint", () => {
    document.querySelectorAll("details").forEach(details => { details.open = true; });
    resize();
  });
  addEventListener("afterprint", resize);
})();
