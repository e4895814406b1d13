package config

import (
	"os"
	"path/filepath"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/source"
)

type Known struct{ Rules []string }

func Find(dir string) string {
	for ; ; dir = filepath.Dir(dir) {
		p := filepath.Join(dir, FileName)
		if _, err := os.Stat(p); err == nil {
			return p
		}
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil || dir == filepath.Dir(dir) {
			return ""
		}
	}
}

func Load(path, display string, k Known) (*Config, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	c := &Config{File: &source.File{Path: display, Data: data}, Rules: map[string]string{}}
	d := manifest.Parse(c.File)
	if n := d.Root.Get("category"); n != nil {
		r, err := categories.Resolve(n.Text)
		if err != nil {
			return nil, err
		}
		c.Categories = append(c.Categories, r.Category)
	}
	c.Services = d.Root.Get("services").Strings()
	if o := d.Root.Get("optional"); o != nil {
		for _, x := range o.Children {
			e := Optional{Name: x.Key, Range: x.KeyRange, Pointer: x.Pointer, Pages: x.Get("pages").Strings()}
			c.Optional = append(c.Optional, e)
		}
	}
	if o := d.Root.Get("rules"); o != nil {
		for _, x := range o.Children {
			c.Rules[x.Key] = x.Text
		}
	}
	if o := d.Root.Get("ignore"); o != nil {
		t := func(n *manifest.Node) string {
			if n == nil {
				return ""
			}
			return n.Text
		}
		for _, x := range o.Children {
			c.Ignore = append(c.Ignore, Ignore{Rule: t(x.Get("rule")), Path: t(x.Get("path")), Reason: t(x.Get("reason")), Until: t(x.Get("until")), JSONPointer: t(x.Get("pointer")), Range: x.Range, Pointer: x.Pointer})
		}
	}
	return c, nil
}
