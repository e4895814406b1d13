package report

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/source"
)

const attack = `"><script>window.pwned=1</script><img src=x onerror=pwned=1>'</style></pre>--><a href="javascript:pwned=1">x` + "\u202e\u0007"

// hostile is a result in which everything that a file can say attacks the
// page: names of files, code, names of packages, purposes, messages, links.
func hostile(t *testing.T) *lint.Result {
	r := fixture(t)
	page := &source.File{Path: "shop/" + attack + ".js", Data: []byte(attack + "\nwx.getLocation() // " + attack + "\n</pre><script>pwned=1</script>\xff\x00")}
	at := span(page, "wx.getLocation")
	for i, f := range r.Findings {
		f.File, f.Range = page, at
		f.Message, f.Why, f.Help = rule.Both("`"+attack+"` "+attack, attack), rule.Both(attack, attack), rule.Both(attack, attack)
		f.Link, f.Pointer = "javascript:pwned=1", attack
		f.Related = []rule.Related{{File: page, Range: at, Message: rule.Both(attack, attack)}}
		f.Rule = []string{attack, "scope-beyond-category", "x"}[i]
	}
	j := r.Projects[0]
	j.Root, j.CategorySource = attack, attack
	for _, q := range j.Requests {
		q.File, q.Range = page, at
		if q.Origin != project.Own {
			q.Package = "miniprogram_npm/" + attack
		}
	}
	r.Skipped = append(r.Skipped, project.Skip{Path: attack, Reason: "unreadable", Detail: attack})
	return r
}

// pathFixture is a result with a finding that a path of calls leads to.
func pathFixture(t *testing.T) *lint.Result {
	r := fixture(t)
	app := &source.File{Path: "shop/app.js", Data: []byte("import { locate } from './utils/locate'\n\nApp({\n  onLaunch() {\n    this.start()\n  },\n  start() {\n    locate()\n  },\n})\n")}
	util := &source.File{Path: "shop/utils/locate.js", Data: []byte("export function locate() {\n  wx.getLocation({ type: 'gcj02' })\n}\n")}
	r.Findings = []*rule.Finding{{
		Rule: "ask-on-launch", Severity: rule.Error, Confidence: rule.High, File: util, Range: span(util, "wx.getLocation"),
		Message: rule.Both("`wx.getLocation` asks for the precise location as soon as the program opens", "程序一打开就用 `wx.getLocation` 申请精准位置"),
		Why:     rule.Both("Users cannot tell yet what it is for.", "用户此时还不知道用途。"),
		Help:    rule.Both("ask after a tap on what needs it", "在用户点击相关功能后再申请"),
		Project: "shop", Platform: "wechat", Origin: "own", Fingerprint: "33dd",
		Related: []rule.Related{
			{File: app, Range: span(app, "onLaunch"), Message: rule.Both("`onLaunch` runs when the program opens", "程序打开时运行 `onLaunch`")},
			{File: app, Range: span(app, "this.start()"), Message: rule.Both("which calls `start`", "其中调用 `start`")},
			{File: app, Range: span(app, "    locate()"), Message: rule.Both("which calls `locate`", "其中调用 `locate`")},
		},
	}}
	return r
}

func TestHTMLEscapes(t *testing.T) {
	for _, lang := range []string{"en", "zh"} {
		page := text(t, HTML, hostile(t), Options{Lang: lang, Version: attack})
		for _, tag := range []string{"<script", "<style", "<img", "</pre>--", "javascript:pwned=1\"", "\u202e", "\u0007", "\x00", "\xff"} {
			want := map[string]int{"<script": 1, "<style": 1}[tag]
			if n := bytes.Count(page, []byte(tag)); n != want {
				t.Errorf("%s: %d times %q, want %d", lang, n, tag, want)
			}
		}
		if !bytes.Contains(page, []byte("&lt;script&gt;window.pwned=1&lt;/script&gt;")) {
			t.Errorf("%s: the code is not shown", lang)
		}
	}
}

// TestHTMLIsSelfContained: nothing is loaded, and the policy in the page names
// the very style and script that stand in it.
func TestHTMLIsSelfContained(t *testing.T) {
	for name, r := range map[string]*lint.Result{"fixture": fixture(t), "path": pathFixture(t), "empty": {}} {
		page := string(text(t, HTML, r, Options{Lang: "en", Version: "1.2.3"}))
		if m := regexp.MustCompile(`(?i)\s(src|srcset|action|background)=|<link|@import|url\(`).FindString(page); m != "" {
			t.Errorf("%s: %q loads something", name, m)
		}
		for _, tag := range []string{"style", "script"} {
			_, rest, _ := strings.Cut(page, "<"+tag+">")
			body, _, found := strings.Cut(rest, "</"+tag+">")
			if policy := tag + "-src &#39;" + strings.ReplaceAll(digest(body), "+", "&#43;"); !found || !strings.Contains(page, policy) {
				t.Errorf("%s: the policy does not allow the %s: want %s", name, tag, policy)
			}
		}
		if strings.Contains(page, "ZgotmplZ") {
			t.Errorf("%s: a value stands where it cannot", name)
		}
	}
}

func TestHTMLSays(t *testing.T) {
	page := string(text(t, HTML, pathFixture(t), Options{Lang: "zh", Version: "1.2.3"}))
	for _, want := range []string{
		`<html lang="zh-CN">`, "发布前须处理 1 个错误", "第 7 类“餐饮外卖类”", `<a href="#f-33dd">shop/utils/locate.js:2:3</a>`,
		`<mark>onLaunch</mark>`, `<mark>wx.getLocation</mark>`, "不在必要范围内", `<code>location-precise</code>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	for name, r := range map[string]*lint.Result{"Nothing was checked": {}, "Nothing found": {Projects: fixture(t).Projects}} {
		if page := string(text(t, HTML, r, Options{Lang: "en"})); !strings.Contains(page, "<h1>"+name+"</h1>") {
			t.Errorf("the page does not say %q", name)
		}
	}
}

// TestHTMLHeading: a program that asks for much does not push what to do off
// the first screen; the rest is one link away.
func TestHTMLHeading(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		".mplint.json": `{"category": "utility-tools"}`, "app.json": `{"pages": ["a"]}`, "a.wxml": "<camera/>",
		"a.js": "wx.getLocation(); wx.chooseLocation(); wx.chooseAddress(); wx.chooseInvoiceTitle(); wx.chooseMedia(); wx.getWeRunData(); wx.getClipboardData(); wx.startCompass(); wx.getWifiList()",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	r, err := lint.Run(t.Context(), lint.Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	heading, _, _ := strings.Cut(string(text(t, HTML, r, Options{Lang: "en"})), "</header>")
	if n := strings.Count(heading, "<strong>"); n != maxBeyond {
		t.Errorf("%d names in the heading", n)
	}
	if want := `; <a href="#project-0">and 4 more</a>. Users`; !strings.Contains(heading, want) {
		t.Errorf("the heading lacks %s:\n%s", want, heading)
	}
	if want := `<p class="project">WeChat · category 38`; !strings.Contains(heading, want) {
		t.Errorf("the heading lacks %s:\n%s", want, heading)
	}
	heading, _, _ = strings.Cut(string(text(t, HTML, pathFixture(t), Options{Lang: "zh"})), "</header>")
	if strings.Contains(heading, "more") || strings.Contains(heading, "另有") || strings.Contains(heading, "： ") || strings.Contains(heading, "。 ") {
		t.Errorf("short heading:\n%s", heading)
	}
}

func TestCodeOf(t *testing.T) {
	long := strings.Repeat("甲", 500)
	f := &source.File{Path: "a.js", Data: []byte("one\n\ttwo two\r\nthree\n" + long + "X" + long)}
	lines := codeOf(f, span(f, "two two"), 1)
	if len(lines) != 3 || lines[1].Mark != "two two" || lines[0].Before+lines[0].Behind != "one" || lines[1].Number != 2 {
		t.Errorf("%+v", lines)
	}
	line := codeOf(f, span(f, "X"), 0)[0]
	if line.Mark != "X" || !strings.HasPrefix(line.Before, "…") || !strings.HasSuffix(line.Behind, "…") || len([]rune(line.Before+line.Behind)) > codeCells {
		t.Errorf("%+v", line)
	}
	if codeOf(&source.File{Path: "sdk.js"}, source.Range{}, 2) != nil {
		t.Error("code of a file without text")
	}
}
