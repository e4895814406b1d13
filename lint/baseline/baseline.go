// Package baseline keeps in a file the findings that a program has already, so
// that only new ones count. An entry holds no line number: it stays when lines
// move.
package baseline

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/message"
	"github.com/mplint/mplint/lint/source"
)

// FileName is the name of the file where none is given.
const FileName = "mplint-baseline.json"

// Version is the version of the file; baseline.schema.json describes it.
const Version = 1

const schema = "https://raw.githubusercontent.com/mplint/mplint/main/lint/baseline/baseline.schema.json"

// Key tells the findings of a run apart, as far as they can be.
type Key struct {
	Path        string `json:"path"` // relative to the folder of the baseline, with slashes
	Rule        string `json:"rule"`
	Fingerprint string `json:"fingerprint"` // of what the finding is about, without the path
}

// Entry is how many findings a key stands for.
type Entry struct {
	Key
	About string `json:"about"` // for who reads the file: an interface, a scope, a place in a manifest, or ""
	Count int    `json:"count"`
}

// Load reads a baseline; display is its path as it is shown. What is wrong
// with the file is a *config.Error, except that it does not exist.
func Load(path, display string) ([]Entry, error) {
	data, err := os.ReadFile(path)
	var cause *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, err
	case errors.As(err, &cause):
		return nil, config.Failure(display, "the baseline cannot be read: %v", "无法读取基线文件：%v", cause.Err)
	}
	return parse(&source.File{Path: display, Data: data})
}

func parse(f *source.File) ([]Entry, error) {
	var doc struct {
		Version  int     `json:"version"`
		Findings []Entry `json:"findings"`
	}
	data := f.Data[source.SkipBOM(f.Data):]
	err := json.Unmarshal(data, &doc)
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		at := f.Position(len(f.Data) - len(data) + max(0, int(syntax.Offset)-1))
		text := message.T("the baseline is no JSON: %v", "基线文件不是 JSON：%v", err)
		return nil, &config.Error{Faults: []config.Fault{{Path: f.Path, Line: at.Line, Column: at.Column, Message: text}}}
	case err != nil || doc.Findings == nil:
		return nil, config.Failure(f.Path, "no baseline; `mplint baseline` writes one", "不是基线文件；可用 `mplint baseline` 生成")
	case doc.Version != Version:
		return nil, config.Failure(f.Path, "a baseline of version %d, which this mplint does not know", "基线文件的版本为 %d，当前的 mplint 不认识", doc.Version)
	}
	return doc.Findings, nil
}

// Write prints a baseline: sorted, one entry a line, so that a change of it is
// read and merged line by line.
func Write(w io.Writer, entries []Entry) error {
	entries = slices.Clone(entries)
	slices.SortFunc(entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.About, b.About), cmp.Compare(a.Fingerprint, b.Fingerprint))
	})
	var b bytes.Buffer
	fmt.Fprintf(&b, "{\n  \"$schema\": %q,\n  \"version\": %d,\n  \"findings\": [", schema, Version)
	for i, e := range entries {
		line, err := line(e)
		if err != nil {
			return err
		}
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString("\n    ")
		b.Write(line)
	}
	if len(entries) > 0 {
		b.WriteString("\n  ")
	}
	b.WriteString("]\n}\n")
	_, err := w.Write(b.Bytes())
	return err
}

func line(e Entry) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(e)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}
