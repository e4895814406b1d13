package platform

import "strings"

// ScopeInfo is one permission name of a platform.
type ScopeInfo struct {
	Name  string `json:"name"`  // "scope.userLocation"; Alipay also "location", "auth_user"
	Group string `json:"group"` // Alipay: authSetting, permission, authCode, button or console
	Zh    string `json:"zh"`

	APIs       []string `json:"apis"`
	Components []string `json:"components"`
	DataTypes  []string `json:"dataTypes"`
	Access     string   `json:"access"`
	PrivacyKey string   `json:"privacyKey"`

	Authorize    bool `json:"authorize"`    // wx.authorize shows a dialog for it
	DescRequired bool `json:"descRequired"` // needs a purpose under permission

	AuthSetting    string `json:"authSetting"`   // Alipay: name in my.getSetting
	PermissionKey  string `json:"permissionKey"` // Alipay: name in app.json
	ConsoleProduct string `json:"consoleProduct"`

	Status        string    `json:"status"`        // active, cancelled, recycled or noise
	Documentation string    `json:"documentation"` // Alipay: documented, typings only, ...
	Uncertain     bool      `json:"uncertain"`     // its meaning is inferred from the name
	Date          string    `json:"date"`          // day of the status, where known
	Replacement   string    `json:"replacement"`
	Surfaces      []Surface `json:"surfaces"`
	Note          string    `json:"note"`
	Sources       []string  `json:"sources"`
}

// PrivateInfo is one of the interfaces that WeChat lets a program call only if
// requiredPrivateInfos names it.
type PrivateInfo struct {
	Value                 string   `json:"value"` // "getLocation"
	Zh                    string   `json:"zh"`
	API                   string   `json:"api"` // "wx.getLocation"
	DataTypes             []string `json:"dataTypes"`
	MutuallyExclusiveWith []string `json:"mutuallyExclusiveWith"`
	MandatorySince        string   `json:"mandatorySince"` // YYYY-MM-DD
	Files                 []string `json:"files"`
	CategoryGate          string   `json:"categoryGate"`
	Sources               []string `json:"sources"`
}

// ScopeWords returns the words by which a script may come to a scope: its name
// and the members of the interfaces that ask for it.
func (p *Platform) ScopeWords(scope string) []string {
	words := []string{scope}
	if info, ok := p.ScopeByName(scope); ok {
		for _, api := range info.APIs {
			api, _, _ = strings.Cut(api, " ")
			words = append(words, api[strings.LastIndexByte(api, '.')+1:])
		}
	}
	return words
}
