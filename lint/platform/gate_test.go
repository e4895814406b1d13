package platform

import (
	"strings"
	"testing"
)

func TestOpens(t *testing.T) {
	tests := []struct {
		gate, path string
		overseas   bool
		want       Opening
	}{
		{"location.getLocation", "餐饮服务>外卖平台", false, Opened},
		{"location.getLocation", "餐饮服务>餐厅排队", false, Closed},
		{"location.getLocation", "教育服务>在线视频课程", false, Closed},
		{"location.getLocation", "金融业>保险", false, Opened},              // the gate writes 金融
		{"location.getLocation", "生活服务>家政服务", false, Opened},           // a row without second levels
		{"location.getLocation", "IT科技>电信业务代理商（中国联通）", false, Unknown}, // the gate writes 电信业务代理商
		{"location.getLocation", "旅游>旅行社", true, Closed},
		{"location.getLocation", "汽车>车展服务", true, Unknown},
		{"location.startLocationUpdateBackground", "餐饮>外卖点餐", true, Opened},
		{"location.startLocationUpdateBackground", "工具>天气", false, Closed},
		{"location.chooseLocation", "教育服务>在线视频课程", false, Opened},
		{"location.getLocation", "小游戏", false, Unknown},
		{"open.phone-number", "教育服务>在线视频课程", false, Unknown},
	}
	for _, tt := range tests {
		gate, ok := WeChat.Gate(tt.gate)
		if !ok {
			t.Fatalf("no gate %s", tt.gate)
		}
		if got := WeChat.Reference().Opens(gate, strings.Split(tt.path, ">"), tt.overseas); got != tt.want {
			t.Errorf("%s for %s, overseas %v: %d, want %d", tt.gate, tt.path, tt.overseas, got, tt.want)
		}
	}
}

func TestGateKinds(t *testing.T) {
	for _, g := range WeChat.Reference().CategoryGates {
		if !g.ByCategory() && !g.BySubject() && g.Kind != approval {
			t.Errorf("%s: unknown kind %q", g.ID, g.Kind)
		}
	}
}
