package project

import (
	"bytes"
	"iter"
	"os"
	"sort"
	"strings"

	"github.com/mplint/mplint/lint/scan"
	"github.com/mplint/mplint/lint/source"
)

// flowFile is a file of which it is followed how its functions come to run.
type flowFile struct {
	rel     string
	file    *source.File
	scripts []*flowScript
}

// flowScript is one script of a file.
type flowScript struct {
	scan.Script
	*flowFile
	functions []scan.Func
	setup     bool // <script setup>: its statements run when the component is made
	imports   []scan.Import
	exports   map[string]string // local name -> exported name
	ifs       map[int][]int     // see ifsOf
}

// flowFiles reads the files that are followed, each once.
type flowFiles struct {
	*loader
	byRel  map[string]*flowFile
	budget int // files that may still be read
}

func (l *loader) newFlowFiles() *flowFiles {
	return &flowFiles{loader: l, byRel: map[string]*flowFile{}, budget: maxFlowFiles}
}

// get returns the file of a path relative to the root, or nil.
func (f *flowFiles) get(rel string) *flowFile {
	return f.once(rel, func() *flowFile { return f.read(rel) })
}

// of returns a file that was read before, or nil.
func (f *flowFiles) of(file *source.File) *flowFile {
	rel := f.relOf(file)
	return f.once(rel, func() *flowFile { return f.parse(rel, file) })
}

func (f *flowFiles) once(rel string, parse func() *flowFile) *flowFile {
	if ff, ok := f.byRel[rel]; ok {
		return ff
	}
	if f.budget--; f.budget < 0 {
		return nil
	}
	ff := parse()
	f.byRel[rel] = ff
	return ff
}

// readAhead reads the files that requests stand in, several at once.
func (f *flowFiles) readAhead(requests []*Request, found []*found) []*flowFile {
	scripts := map[*source.File]*scan.Script{}
	for _, one := range found {
		if one.lexed != nil {
			scripts[one.lexed.file] = &one.lexed.Script
		}
	}
	var files []*source.File
	for _, r := range requests {
		if len(files) < f.budget && isCode(extension(r.File.Path)) && (len(files) == 0 || files[len(files)-1] != r.File) {
			files = append(files, r.File)
		}
	}
	parsed := make([]*flowFile, len(files))
	f.share(len(files), 8, func(indexes iter.Seq[int]) {
		for i := range indexes {
			rel := f.relOf(files[i])
			if script := scripts[files[i]]; script != nil {
				parsed[i] = &flowFile{rel: rel, file: files[i]}
				parsed[i].add(*script, false)
			} else {
				parsed[i] = f.parse(rel, files[i])
			}
		}
	})
	for _, ff := range parsed {
		f.once(ff.rel, func() *flowFile { return ff })
	}
	return parsed
}

// relOf returns the path of a file relative to the root.
func (l *loader) relOf(file *source.File) string {
	if l.project.Root == "." {
		return file.Path
	}
	return strings.TrimPrefix(file.Path, l.project.Root+"/")
}

func (f *flowFiles) read(rel string) *flowFile {
	path := f.root.Dir + string(os.PathSeparator) + strings.ReplaceAll(rel, "/", string(os.PathSeparator))
	data, err := f.options.Overlay.read(path)
	if err != nil || len(data) > MaxScript {
		return nil
	}
	return f.parse(rel, &source.File{Path: display(f.options.Dir, path), Data: data})
}

// parse reads the scripts of a file.
func (l *loader) parse(rel string, file *source.File) *flowFile {
	ff := &flowFile{rel: rel, file: file}
	text := l.textOf(file)
	ext := extension(rel)
	if isSingleFile(ext) {
		blocks(text, func(b *block) {
			if b.name == "script" && !b.json() {
				ff.lex(text, b.inner, b.dialect(), b.setup)
			}
		})
	} else {
		ff.lex(text, source.Range{End: len(text)}, dialectOf(ext), false)
	}
	return ff
}

func (ff *flowFile) lex(data []byte, part source.Range, d scan.Dialect, setup bool) {
	var s scan.Script
	s.Lex(data, part.Start, part.End, d)
	ff.add(s, setup)
}

// add takes over the tokens of a script.
func (ff *flowFile) add(script scan.Script, setup bool) {
	s := &flowScript{Script: script, flowFile: ff, setup: setup, exports: map[string]string{}}
	s.functions = s.Functions()
	s.Imports(func(i scan.Import) { s.imports = append(s.imports, i) })
	s.Exports(func(e scan.Export) {
		if e.End == e.First+1 {
			s.exports[string(s.Text(e.First))] = e.Name
		}
	})
	ff.scripts = append(ff.scripts, s)
}

// tokenOf returns the script and the token at which a request starts, or nil
// for one in a template.
func (f *flowFiles) tokenOf(r *Request) (*flowScript, int) {
	if !isCode(extension(r.File.Path)) {
		return nil, 0
	}
	ff := f.of(r.File)
	if ff == nil {
		return nil, 0
	}
	return ff.token(r.Range.Start)
}

// token returns the script and the token at an offset of the file.
func (ff *flowFile) token(offset int) (*flowScript, int) {
	for _, s := range ff.scripts {
		n := len(s.Tokens)
		if n == 0 || offset < int(s.Tokens[0].Start) || offset >= int(s.Tokens[n-1].End) {
			continue
		}
		i := sort.Search(n, func(i int) bool { return int(s.Tokens[i].End) > offset })
		return s, i
	}
	return nil, 0
}

// place returns the source from one token to another. What lies outside of a
// half-typed script is taken for its first or last token.
func (s *flowScript) place(first, last int) Place {
	end := len(s.Tokens) - 1
	first, last = min(max(first, 0), end), min(max(last, 0), end)
	r := s.Range(first, last)
	name := bytes.TrimSpace(s.Data[r.Start:r.End])
	if bytes.Contains(name, []byte("/*")) || bytes.Contains(name, []byte("//")) {
		name = s.withoutComments(first, last)
	}
	return Place{s.file, r, string(name)}
}

// withoutComments returns the source of tokens with a blank, or nothing beside
// a dot, for each comment between them.
func (s *flowScript) withoutComments(first, last int) (out []byte) {
	for i := first; i <= last; i++ {
		out = append(out, s.Data[s.Tokens[i].Start:s.Tokens[i].End]...)
		if i == last {
			break
		}
		gap := s.Data[s.Tokens[i].End:s.Tokens[i+1].Start]
		switch {
		case len(bytes.TrimSpace(gap)) == 0:
			out = append(out, gap...)
		case !s.Is(i, ".") && !s.Is(i+1, ".") && !s.Is(i, "?.") && !s.Is(i+1, "?."):
			out = append(out, ' ')
		}
	}
	return out
}
