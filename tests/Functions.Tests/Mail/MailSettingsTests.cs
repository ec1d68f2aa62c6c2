using Microsoft.Extensions.Options;
using TechPlan.Functions.Mail.Carriers;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Tests.Mail;

public sealed class MailSettingsTests
{
    private static readonly SiteOptions Site = new() { BaseUrl = new Uri("http://localhost:28801/") };

    [Theory]
    [InlineData("/local/graph/v1.0", "http://localhost:28801/local/graph/v1.0")]
    [InlineData("https://graph.microsoft.com/v1.0", "https://graph.microsoft.com/v1.0")]
    public void A_path_alone_is_the_app_s_own(string setting, string address) => Assert.Equal(new Uri(address), CarrierAddress.Of(setting, Site));

    [Theory]
    [InlineData("")]
    [InlineData("graph.microsoft.com")]
    [InlineData("file:///etc/hosts")]
    public void Anything_else_is_no_address(string setting) => Assert.Null(CarrierAddress.Of(setting, Site));

    [Theory]
    [InlineData("https://graph.microsoft.com/v1.0", true)]
    [InlineData("https://graph.microsoft.us/v1.0", true)]
    [InlineData("http://graph.microsoft.com/v1.0", false)]
    [InlineData("https://graph.microsoft.com.example.org/v1.0", false)]
    [InlineData("http://localhost:7071/local/graph/v1.0", false)]
    public void A_token_is_shown_to_Graph_alone(string address, bool isGraph) => Assert.Equal(isGraph, CarrierAddress.IsGraphItself(new Uri(address)));

    [Theory]
    [InlineData("Production", "TechPlan:Graph:Endpoint", "https://mail.example.org/v1.0")]
    [InlineData("Production", "TechPlan:Graph:Endpoint", "/local/graph/v1.0")]
    [InlineData("Production", "TechPlan:SendGrid:Host", "http://api.sendgrid.com")]
    [InlineData("Local", "TechPlan:Graph:Endpoint", "graph")]
    [InlineData("Local", "TechPlan:SendGrid:Host", "sendgrid")]
    [InlineData("Local", "TechPlan:SendGrid:From", "nobody")]
    [InlineData("Local", "TechPlan:SendGrid:ApiKey", "@Microsoft.KeyVault(SecretUri=https://vault.example.org/secrets/sendgrid)")]
    public void A_wrong_setting_stops_the_app_and_is_named(string environment, string key, string value)
    {
        var problem = Assert.ThrowsAny<Exception>(() => MailSettings.Check(environment, (key, value)));

        Assert.True(problem is OptionsValidationException or AggregateException);
        Assert.Contains(key, problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_settings_staff_mail_goes_to_Graph_and_nothing_to_SendGrid() => MailSettings.Check("Production");
}
