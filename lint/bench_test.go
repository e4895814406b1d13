package lint_test

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/mplint/mplint/lint"
)

// The ratio of BenchmarkRun to BenchmarkWalkAndRead says what linting costs
// over reading the same files.

func BenchmarkRun(b *testing.B) {
	dir := benchTree(b)
	b.ResetTimer()
	for b.Loop() {
		if _, err := lint.Run(context.Background(), lint.Options{Dir: dir, Categories: []string{"6"}, Jobs: 2}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWalkAndRead(b *testing.B) {
	dir := benchTree(b)
	b.ResetTimer()
	for b.Loop() {
		walkAndRead(b, dir)
	}
}

// benchTree writes 10 programs of 75 pages: 3,000 files for the pages, of which
// one in ten asks for something.
func benchTree(b *testing.B) string {
	b.Helper()
	dir := b.TempDir()
	for p := range 10 {
		var pages []string
		for i := range 75 {
			page := fmt.Sprintf("pages/p%d/index", i)
			pages = append(pages, `"`+page+`"`)
			benchPage(b, dir, fmt.Sprintf("mini%d/%s", p, page), i)
		}
		put(b, dir, fmt.Sprintf("mini%d/app.json", p), `{ "pages": [`+strings.Join(pages, ", ")+`] }`)
	}
	return dir
}

func benchPage(b *testing.B, dir, page string, i int) {
	b.Helper()
	script, view := "", ""
	if i%10 == 0 {
		script, view = "    wx.getLocation({ type: 'gcj02' })\n", "  <button open-type=\"getPhoneNumber\">登录</button>\n"
	}
	method := "  load() {\n    // 读取列表\n    const list = this.data.list.map(item => ({ ...item, price: (item.price / 100).toFixed(2) }))\n    this.setData({ list, title: `共 ${list.length} 件` })\n    request('/goods/list').then(res => this.setData({ total: res.total }))\n" + script + "  },\n"
	put(b, dir, page+".js", "const { request } = require('../../utils/request')\nPage({\n  data: { list: [], title: '', total: 0 },\n"+strings.Repeat(method, 8)+"  open() { wx.navigateTo({ url: '/pages/p1/index' }) }\n})\n")
	put(b, dir, page+".json", `{ "navigationBarTitleText": "商品", "usingComponents": { "goods-card": "../../components/goods-card/index" } }`)
	put(b, dir, page+".wxml", strings.Repeat("<view class=\"item {{active ? 'on' : ''}}\" wx:for=\"{{list}}\" wx:key=\"id\" bindtap=\"open\">\n  <image src=\"{{item.image}}\" mode=\"aspectFill\"/>\n"+view+"  <text>{{item.title}} ￥{{item.price}}</text>\n</view>\n", 8))
	put(b, dir, page+".wxss", strings.Repeat(".item { display: flex; padding: 20rpx; }\n", 30))
}

// walkAndRead lists a tree and reads each file that the linter reads too, with
// two goroutines and one buffer for each.
func walkAndRead(b *testing.B, dir string) {
	b.Helper()
	var paths []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && filepath.Ext(path) != ".wxss" {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	var wg sync.WaitGroup
	for half := range 2 {
		wg.Go(func() {
			buf := make([]byte, 64<<10)
			for i := half; i < len(paths); i += 2 {
				if err := readThrough(paths[i], buf); err != nil {
					b.Error(err)
				}
			}
		})
	}
	wg.Wait()
}

func readThrough(path string, buf []byte) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	for n := 1; n > 0; {
		n, _ = f.Read(buf)
	}
	return nil
}
