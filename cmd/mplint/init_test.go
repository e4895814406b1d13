package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
)

// TestAskCategoryInterrupted: Ctrl-C ends a question that nobody has answered.
func TestAskCategoryInterrupted(t *testing.T) {
	in, stillOpen := io.Pipe()
	defer stillOpen.Close()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	a := &app{in: in, errs: io.Discard}
	if found, err := a.askCategory(ctx); !errors.Is(err, context.Canceled) || found != nil {
		t.Errorf("got %v, %v", found, err)
	}
}

func TestAskCategory(t *testing.T) {
	var asked bytes.Buffer
	a := &app{in: strings.NewReader("游戏\nfood-delivry\n 7 \n"), errs: &asked}
	found, err := a.askCategory(t.Context())
	if err != nil || found.Slug != "food-delivery" || strings.Count(asked.String(), "Category (") != 3 {
		t.Errorf("got %v, %v after %s", found, err, asked.String())
	}
}
