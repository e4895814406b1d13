package examples_test

import (
	"fmt"
	"html"
	"regexp"
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// Sizes of a picture in pixels.
const (
	cellWidth  = 8.4
	lineHeight = 20
	margin     = 20
)

const pictureStyle = `<style>
text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "PingFang SC", "Microsoft YaHei", "Noto Sans Mono CJK SC", monospace; fill: #d7dae0 }
.wide { font-size: 16px }
.bold { font-weight: bold; fill: #fff }
.dim { fill: #8b93a1 }
.red { fill: #ff6b68 }
.green { fill: #7ec77e }
.yellow { fill: #e5c07b }
.blue { fill: #6cb2ff }
.cyan { fill: #56c8d8 }
</style>`

// picture draws a command and its coloured output as a terminal shows them, as
// SVG. Every word is set at its cell and to its width in cells, so that columns
// stand whatever fonts the reader has.
func picture(command, output string) string {
	prompt := "\x1b[32m$\x1b[0m \x1b[1m" + command + "\x1b[0m\n\n"
	lines := strings.Split(prompt+strings.TrimRight(output, "\n"), "\n")
	var body strings.Builder
	var style string
	widest := 0
	for i, text := range lines {
		var in []word
		in, style = words(text, style)
		x := 0
		for _, w := range in {
			cells := displaywidth.String(w.text)
			if w.text[0] != ' ' {
				fmt.Fprintf(&body, "<text x=\"%.1f\" y=\"%d\" textLength=\"%.1f\" class=%q>%s</text>\n",
					margin+float64(x)*cellWidth, margin+lineHeight*(i+1)-6, float64(cells)*cellWidth, w.class, html.EscapeString(w.text))
			}
			x += cells
		}
		widest = max(widest, x)
	}
	width, height := 2*margin+int(float64(widest)*cellWidth), 2*margin+lineHeight*len(lines)
	return fmt.Sprintf("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %[1]d %[2]d\">\n%s\n<rect width=\"100%%\" height=\"100%%\" rx=\"8\" fill=\"#1e2127\"/>\n%s</svg>\n",
		width, height, pictureStyle, body.String())
}

// word is a piece of a line in one style: spaces, narrow or wide characters.
type word struct{ text, class string }

var (
	sgr   = regexp.MustCompile("\x1b\\[([0-9;]*)m")
	piece = regexp.MustCompile(` +|[\x{2E80}-\x{FFEF}]+|[^ \x{2E80}-\x{FFEF}]+`)
)

// words splits a line that begins in a style, and returns the style that it
// ends in.
func words(line, style string) ([]word, string) {
	var out []word
	for line != "" {
		text, next := line, style
		if at := sgr.FindStringSubmatchIndex(line); at != nil {
			text, next, line = line[:at[0]], classes(line[at[2]:at[3]]), line[at[1]:]
		} else {
			line = ""
		}
		for _, p := range piece.FindAllString(text, -1) {
			class := style
			if p >= "\u2e80" {
				class = strings.TrimSpace("wide " + style)
			}
			out = append(out, word{p, class})
		}
		style = next
	}
	return out, style
}

// classes turns the codes of an escape sequence into class names. The command
// ends a style before it begins another one.
func classes(codes string) string {
	names := map[string]string{"1": "bold", "2": "dim", "31": "red", "32": "green", "33": "yellow", "34": "blue", "36": "cyan"}
	var out []string
	for _, c := range strings.Split(codes, ";") {
		if n := names[c]; n != "" {
			out = append(out, n)
		}
	}
	return strings.Join(out, " ")
}
