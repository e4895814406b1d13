package lint_test

import (
	"context"
	"testing"

	"github.com/mplint/mplint/lint"
)

func BenchmarkZZ(b *testing.B) {
	for range b.N {
		lint.Run(context.Background(), lint.Options{Dir: "/tmp/corpus/wechat-miniprogram+miniprogram-demo", Categories: []string{"6"}})
	}
}
func BenchmarkZZAll(b *testing.B) {
	for range b.N {
		lint.Run(context.Background(), lint.Options{Dir: "/tmp/corpus", Categories: []string{"6"}})
	}
}
