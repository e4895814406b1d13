package config

import (
	"errors"
	"slices"
	"strings"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/message"
	"github.com/mplint/mplint/lint/platform"
)

// CategoryError says in both languages why categories.Resolve took no name, and
// what to do.
func CategoryError(err error) message.Text {
	var unknown *categories.UnknownError
	var unmapped *categories.UnmappedError
	switch {
	case errors.As(err, &unknown):
		return message.T("unknown category %q%s (`mplint categories --search WORD` finds one)", "未知的类别 %q%s（可用 `mplint categories --search 关键词` 查找）",
			unknown.Name, message.DidYouMean(unknown.Nearest))
	case errors.As(err, &unmapped) && len(unmapped.Also) > 0:
		return message.T("%s", "服务类目 %[2]q 可能属于多个类别，请写明其中之一：%[3]s", err, unmapped.Path, strings.Join(slugs(unmapped.Also), "、"))
	case errors.As(err, &unmapped):
		return message.T("%s", "服务类目 %[2]q 不属于 39 类中的任何一类，请改写基本功能服务所属的类别", err, unmapped.Path)
	}
	return message.T("%v", "%v", err)
}

func slugs(numbers []int) []string {
	var out []string
	for _, n := range numbers {
		if c, ok := categories.ByNumber(n); ok {
			out = append(out, c.Slug)
		}
	}
	return out
}

// servicePath reads a service category as a platform's console shows it, or its
// first level. All of WeChat's are known, few of Alipay's.
func (p *parser) servicePath(id string, n *manifest.Node) string {
	path := p.str(n)
	if _, known := categories.FindPlatformCategory(id, path); known || id != platform.WeChat.ID || path == "" {
		return path
	}
	for _, row := range categories.PlatformCategories() {
		if row.Platform == id && row.Path[0] == path {
			return path
		}
	}
	hint := message.Text{En: "; write it as the console shows it, or leave it out", Zh: "；请按后台显示的写法填写，或去掉此项"}
	_, err := categories.Resolve(path)
	var unknown *categories.UnknownError
	if errors.As(err, &unknown) {
		near := slices.DeleteFunc(unknown.Nearest, func(name string) bool { return !strings.Contains(name, "/") })
		if len(near) > 0 {
			hint = message.DidYouMean(near)
		}
	}
	p.fail(n.Range, "unknown WeChat service category %q%s", "未知的微信服务类目 %q%s", path, hint)
	return path
}
