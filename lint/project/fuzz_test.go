package project

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/source"
)

// FuzzSingleFile holds that the blocks of any single-file component lie in it,
// one behind the other, and that what is built for other platforms is blanked
// without moving a byte.
func FuzzSingleFile(f *testing.F) {
	for _, seed := range []string{
		"<template><view/></template><script setup lang=\"ts\">a</script><script type='application/json'>{}</script>", "<config>{}</config><script>b",
		"<script mode=\"ali\">a</script><style><script></style>", "<config></config</config><script src=a></script>", "// #ifdef MP-ALIPAY\r\na\n// #endif\n<!-- #ifndef MP-WEIXIN -->\nb\n<!-- #endif -->\n",
		"\ufeff<script>", "<template lang=pug>\nview\n</template><script></script", "<script", "<config>",
	} {
		f.Add([]byte(seed))
	}
	uni, _ := platform.FrameworkByID("uni-app")
	f.Fuzz(func(t *testing.T, data []byte) {
		first := blocksOf(t, data)
		if second := blocksOf(t, data); first != second {
			t.Fatalf("%q: %s, then %s", data, first, second)
		}
		for _, p := range platform.All() {
			left := withoutOthers(bytes.Clone(data), uni, p.ID)
			if len(left) != len(data) {
				t.Fatalf("%q: %d bytes are left", data, len(left))
			}
			for i, b := range left {
				if b != data[i] && (b != ' ' || data[i] == '\n' || data[i] == '\r') {
					t.Fatalf("%q: byte %d is %q", data, i, b)
				}
			}
		}
	})
}

func blocksOf(t *testing.T, data []byte) string {
	var out bytes.Buffer
	last := 0
	blocks(data, func(b *block) {
		if b.inner.Start < last || b.inner.End < b.inner.Start || b.inner.End > len(data) {
			t.Fatalf("%q: block %+v behind %d", data, b, last)
		}
		last = b.inner.Start
		fmt.Fprintf(&out, "%+v %v %v\n", *b, b.json(), b.dialect())
	})
	for _, path := range []string{"a.vue", "a.mpx", "app.wpy", "app.config.ts"} {
		part := manifestPart(path, data)
		if part.Start < 0 || part.End < part.Start || part.End > len(data) {
			t.Fatalf("%q: the manifest of %s is %v", data, path, part)
		}
		l := readLiterals(path, "/", data, part)
		l.platform = "wechat"
		if d := l.manifest(); d != nil {
			for _, p := range d.Problems {
				inFile(t, data, p.Range)
			}
			out.WriteString(fmt.Sprint(len(d.Problems), d.Partial))
		}
	}
	return out.String()
}

func inFile(t *testing.T, data []byte, r source.Range) {
	if r.Start < 0 || r.End < r.Start || r.End > len(data) {
		t.Fatalf("%q: %v lies outside", data, r)
	}
}
