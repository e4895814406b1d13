package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// shape is how big a made tree is: four files a page. repeat is how often the
// body of each file stands in it.
type shape struct{ projects, pages, repeat int }

// makeTree writes programs of which one page in ten asks for something.
func makeTree(root string, s shape) error {
	for p := range s.projects {
		dir := filepath.Join(root, fmt.Sprintf("mini%d", p))
		var pages []string
		for i := range s.pages {
			page := fmt.Sprintf("pages/p%d/index", i)
			pages = append(pages, fmt.Sprintf("%q", page))
			if err := makePage(filepath.Join(dir, filepath.FromSlash(page)), i, s.repeat); err != nil {
				return err
			}
		}
		if err := write(filepath.Join(dir, "app.json"), `{ "pages": [`+strings.Join(pages, ", ")+`] }`); err != nil {
			return err
		}
	}
	return nil
}

func makePage(stem string, i, repeat int) error {
	ask, button := "", ""
	if i%10 == 0 {
		ask, button = "    wx.getLocation({ type: 'gcj02', fail() {} })\n", "  <button open-type=\"getPhoneNumber\">登录</button>\n"
	}
	method := "  load() {\n    // 读取列表\n    const list = this.data.list.map(item => ({ ...item, price: (item.price / 100).toFixed(2) }))\n" +
		"    this.setData({ list, title: `共 ${list.length} 件` })\n" + ask + "  },\n"
	row := "<view class=\"item {{active ? 'on' : ''}}\" wx:for=\"{{list}}\" wx:key=\"id\" bindtap=\"open\">\n" +
		"  <image src=\"{{item.image}}\" mode=\"aspectFill\"/>\n" + button + "  <text>{{item.title}} ￥{{item.price}}</text>\n</view>\n"
	files := map[string]string{
		".js":   "Page({\n  data: { list: [], title: '' },\n" + strings.Repeat(method, repeat) + "  open() { wx.navigateTo({ url: '/pages/p1/index' }) }\n})\n",
		".json": `{ "navigationBarTitleText": "商品" }`,
		".wxml": strings.Repeat(row, repeat),
		".wxss": strings.Repeat(".item { display: flex; padding: 20rpx; }\n", repeat),
	}
	for ext, text := range files {
		if err := write(stem+ext, text); err != nil {
			return err
		}
	}
	return nil
}

func write(path, text string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, []byte(text), 0o644)
}
