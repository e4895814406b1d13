package config

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/message"
	"github.com/mplint/mplint/lint/source"
)

// Error is what is wrong with a config file: one line per fault, each with its
// place. It is a wrong use of the tool, not a finding.
type Error struct{ Faults []Fault }

// Fault is one fault. Line and Column are 1-based, columns in code points;
// both are 0 for a fault of the file as a whole. Range is the same place in
// bytes.
type Fault struct {
	Path         string
	Line, Column int
	Message      message.Text
	Range        source.Range
}

func (e *Error) Error() string {
	lines := make([]string, len(e.Faults))
	for i, f := range e.Faults {
		lines[i] = f.In("en")
	}
	return strings.Join(lines, "\n")
}

// In is "path:line:column: message" in a language.
func (f Fault) In(lang string) string {
	if f.Line == 0 {
		return f.Path + ": " + f.Message.In(lang)
	}
	return fmt.Sprintf("%s:%d:%d: %s", f.Path, f.Line, f.Column, f.Message.In(lang))
}

// Failure is an Error about a file as a whole.
func Failure(path, en, zh string, args ...any) error {
	return &Error{[]Fault{{Path: path, Message: message.T(en, zh, args...)}}}
}

// Known is what names in a config are checked against besides the facts.
type Known struct {
	Rules []string // ids of all rules
}

// Find returns the path of the nearest config file upward from a directory, as
// far as the root of the repository, or "". It notes in known what it found for
// each directory, as many projects lie in the same ones.
func Find(dir string, known map[string]string) string {
	if path, ok := known[dir]; ok {
		return path
	}
	path := filepath.Join(dir, FileName)
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil || dir == filepath.Dir(dir) {
			path = ""
		} else {
			path = Find(filepath.Dir(dir), known)
		}
	}
	known[dir] = path
	return path
}

// Load reads a config file; display is its path as it is shown. A file that
// cannot be read and a fault in its text are an *Error.
func Load(path, display string, known Known) (*Config, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		var cause *os.PathError
		if errors.As(err, &cause) {
			err = cause.Err
		}
		return nil, Failure(display, "the config cannot be read: %v", "无法读取配置文件：%v", err)
	}
	return Parse(&source.File{Path: display, Data: data}, known)
}

// Parse reads the text of a config: JSON, with comments and trailing commas if
// wanted. All faults are reported together.
func Parse(f *source.File, known Known) (*Config, error) {
	p := parser{file: f, known: known, config: &Config{File: f, PlatformCategory: map[string]string{}, Rules: map[string]string{}}}
	doc := manifest.Parse(f)
	for _, problem := range doc.Problems {
		p.problem(problem)
	}
	if len(p.faults) == 0 {
		p.object(doc.Root, fields)
	}
	if len(p.faults) > 0 {
		return nil, &Error{p.faults}
	}
	return p.config, nil
}

// problem makes a fault of what is wrong with the text. Comments, trailing
// commas and a byte order mark are welcome.
func (p *parser) problem(x manifest.Problem) {
	switch x.Kind {
	case manifest.Invalid:
		p.fail(x.Range, "syntax error: %s", "语法错误：%s", x.Expected())
	case manifest.DuplicateKey:
		p.fail(x.Range, "key %q stands twice", "键 %q 重复出现", x.Text)
	case manifest.Empty:
		p.fail(x.Range, "the file is empty; write {} at least", "文件为空；至少写 {}")
	case manifest.TooDeep:
		p.fail(x.Range, "nested too deep for a config", "嵌套过深，不像配置文件")
	case manifest.TooLarge:
		p.fail(x.Range, "too large for a config", "文件过大，不像配置文件")
	case manifest.NotUTF8:
		p.fail(x.Range, "not UTF-8; save the config in that encoding", "不是 UTF-8 编码；请将配置文件另存为 UTF-8")
	}
}

type parser struct {
	file   *source.File
	known  Known
	config *Config
	faults []Fault
}

// fail notes a fault; both formats take the same arguments.
func (p *parser) fail(r source.Range, en, zh string, args ...any) {
	at := p.file.Position(r.Start)
	p.faults = append(p.faults, Fault{p.file.Path, at.Line, at.Column, message.T(en, zh, args...), r})
}
