package lock

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// Write prints a lock file. Every list ends in a line of its own, so that the
// last item keeps its comma when another one comes after it.
func (f *File) Write(w io.Writer) error {
	f.sort()
	var b bytes.Buffer
	fmt.Fprintf(&b, "{\n  \"lockVersion\": %d,\n  \"projects\": [", Version)
	for i, p := range f.Projects {
		if i > 0 {
			b.WriteByte(',')
		}
		p.write(&b)
	}
	b.WriteString("\n  ]\n}\n")
	_, err := w.Write(b.Bytes())
	return err
}

func (p *Project) write(b *bytes.Buffer) {
	fmt.Fprintf(b, "\n    {\n      \"root\": %s,\n      \"platform\": %s", quoted(p.Root), quoted(p.Platform))
	list(b, "capabilities", p.Capabilities, func(c Capability) string {
		return fmt.Sprintf(`"name": %s, "origin": %s, "dataTypes": %s`, quoted(c.Name), quoted(c.Origin), quotedAll(c.DataTypes))
	})
	list(b, "thirdParties", p.ThirdParties, func(t ThirdParty) string {
		return fmt.Sprintf(`"kind": %s, "name": %s`, quoted(t.Kind), quoted(t.Name))
	})
	list(b, "purposes", p.Purposes, func(u Purpose) string {
		return fmt.Sprintf(`"for": %s, "text": %s`, quoted(u.For), quoted(u.Text))
	})
	b.WriteString("\n    }")
}

func list[T any](b *bytes.Buffer, name string, items []T, line func(T) string) {
	fmt.Fprintf(b, ",\n      %q: [\n", name)
	for _, item := range items {
		fmt.Fprintf(b, "        { %s },\n", line(item))
	}
	b.WriteString("        { \"end\": true }\n      ]")
}

func quoted(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // a string can always be encoded
	return string(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
}

func quotedAll(list []string) string {
	var b bytes.Buffer
	b.WriteByte('[')
	for i, s := range list {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(quoted(s))
	}
	b.WriteByte(']')
	return b.String()
}

// Same reports whether two lock files list the same, however they are laid
// out.
func Same(a, b *File) bool {
	return bytes.Equal(bare(a), bare(b))
}

// bare is a lock file's content as it would be written.
func bare(f *File) []byte {
	var b bytes.Buffer
	_ = f.Write(&b)
	return b.Bytes()
}
