using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TechPlan.Functions.Links;
using TechPlan.Functions.Setup;
using TechPlan.Functions.Tests.Support;

namespace TechPlan.Functions.Tests.Setup;

public sealed class SettingsTests
{
    private const string LocalSendGridKey =
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE1viYmIhXG3uO4Rmadp+bgacVXvmSdpXRGqCPQPrHmXF+qXtg/gtQCJ3k2VRaPy51kJdTIhCjYDUvqko+gToDiA==";

    private const string OwnSecret = "whsec_b3RoZXItc2VjcmV0LW9mLWVub3VnaC1ieXRlcw==";
    private const string OwnKey = "k1:bmV3LWtleS1uZXcta2V5LW5ldy1rZXktbmV3LWtleS1uZXcta2V5";

    [Fact]
    public void The_settings_of_a_local_run_are_in_order() => Start("Local");

    [Fact]
    public void Settings_of_one_s_own_are_in_order_anywhere() =>
        Start("Production", ("TechPlan:FormWebhook:Secrets", OwnSecret), ("TechPlan:Links:Keys", OwnKey));

    [Theory]
    [InlineData("TechPlan:Storage:TablePrefix", "1st")]
    [InlineData("TechPlan:Storage:TablePrefix", "tech-plan")]
    [InlineData("TechPlan:Storage:KeepRefusedDays", "0")]
    [InlineData("TechPlan:Storage:KeepDraftDays", "0")]
    [InlineData("TechPlan:District:Name", "")]
    [InlineData("TechPlan:District:TimeZone", "Central")]
    [InlineData("TechPlan:Office:Name", " ")]
    [InlineData("TechPlan:Office:Mailbox", "office")]
    [InlineData("TechPlan:BaseUrl", "techplan.example.org")]
    [InlineData("TechPlan:BaseUrl", "ftp://techplan.example.org")]
    [InlineData("TechPlan:BaseUrl", "https://techplan.example.org/?x=1")]
    [InlineData("TechPlan:BaseUrl", null)]
    [InlineData("TechPlan:FormWebhook:Secrets", "")]
    [InlineData("TechPlan:FormWebhook:Secrets", "secret")]
    [InlineData("TechPlan:SendGrid:EventKeys", "secret")]
    [InlineData("TechPlan:SendGrid:ParseKeys", "@Microsoft.KeyVault(SecretUri=https://vault.example.org/secrets/sendgrid)")]
    [InlineData("TechPlan:FormWebhook:Secrets", "whsec_c2hvcnQ=")]
    [InlineData("TechPlan:FormWebhook:Secrets", "@Microsoft.KeyVault(SecretUri=https://vault.example.org/secrets/webhook)")]
    [InlineData("TechPlan:Links:Keys", "")]
    [InlineData("TechPlan:Links:Keys", "k1:c2hvcnQ=")]
    [InlineData("TechPlan:Links:Keys", "k_1:bmV3LWtleS1uZXcta2V5LW5ldy1rZXktbmV3LWtleS1uZXcta2V5")]
    [InlineData("TechPlan:Links:Keys", "k@1:bmV3LWtleS1uZXcta2V5LW5ldy1rZXktbmV3LWtleS1uZXcta2V5")]
    [InlineData("TechPlan:Links:Keys", "bmV3LWtleS1uZXcta2V5LW5ldy1rZXktbmV3LWtleS1uZXcta2V5")]
    [InlineData("TechPlan:Policy:LeadTimeDays", "-1")]
    [InlineData("TechPlan:Policy:ReviewReminderWorkdays", "0")]
    [InlineData("TechPlan:Policy:OfficeCloses", "07:00")]
    [InlineData("TechPlan:Policy:CountRetryEvery", "00:00:01")]
    [InlineData("TechPlan:Policy:CountRetryFor", "00:01:00")]
    [InlineData("TechPlan:Policy:MaxPartnerSchools", "101")]
    public void A_wrong_setting_stops_the_app_and_is_named(string key, string? value)
    {
        // Settings that are checked against the wrong one fail along with it, so there may be several.
        var problem = Assert.ThrowsAny<Exception>(() => Start("Local", (key, value)));

        Assert.True(problem is OptionsValidationException or AggregateException);
        Assert.Contains(key + " must", problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TechPlan:Policy:CheckTime", "4 o'clock")]
    [InlineData("TechPlan:Policy:MinimumParticipants", "many")]
    public void A_setting_of_another_type_stops_the_app_and_is_named(string key, string value)
    {
        var problem = Assert.ThrowsAny<Exception>(() => Start("Local", (key, value)));

        Assert.Contains(key, problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", "TechPlan:FormWebhook:Secrets", TestSettings.Secret)]
    [InlineData("Development", "TechPlan:FormWebhook:Secrets", OwnSecret + "," + TestSettings.Secret)]
    [InlineData("Production", "TechPlan:Links:Keys", TestSettings.LinkKey)]
    [InlineData("Development", "TechPlan:Links:Keys", OwnKey + " " + TestSettings.LinkKey)]
    [InlineData("Production", "TechPlan:Links:Keys", "k1:dGVjaHBsYW4tbG9jYWwtb25seS1saW5rLWtleS0wMDAx")]
    [InlineData("Production", "TechPlan:FormWebhook:Secrets", "whsec_dGVjaHBsYW4tbG9jYWwtb25seS1zZWNyZXR=")]
    [InlineData("Production", "TechPlan:SendGrid:EventKeys", LocalSendGridKey)]
    [InlineData("Development", "TechPlan:SendGrid:ParseKeys", LocalSendGridKey)]
    public void Only_a_local_run_may_use_the_secrets_in_the_repository(string environment, string key, string value)
    {
        var problem = Assert.Throws<OptionsValidationException>(() => Start(
            environment, [("TechPlan:FormWebhook:Secrets", OwnSecret), ("TechPlan:Links:Keys", OwnKey), (key, value)]));

        Assert.Contains(key, problem.Message, StringComparison.Ordinal);
        Assert.Contains("public", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OwnSecret + " " + TestSettings.Secret)]
    [InlineData(OwnSecret + "," + TestSettings.Secret)]
    [InlineData(OwnSecret + ", " + TestSettings.Secret + "\n")]
    public void Two_secrets_may_be_one_text(string text)
    {
        Assert.Equal([OwnSecret, TestSettings.Secret], Start("Local", ("TechPlan:FormWebhook:Secrets", text)).GetRequiredService<IOptions<FormWebhookOptions>>().Value.Secrets);
    }

    [Fact]
    public void Two_secrets_may_be_an_array()
    {
        var services = Start("Local", ("TechPlan:FormWebhook:Secrets", null), ("TechPlan:FormWebhook:Secrets:0", OwnSecret), ("TechPlan:FormWebhook:Secrets:1", TestSettings.Secret));

        Assert.Equal(2, services.GetRequiredService<IOptions<FormWebhookOptions>>().Value.Secrets.Count);
    }

    [Fact]
    public void Links_begin_with_the_base_address_whether_or_not_it_ends_with_a_slash()
    {
        foreach (var address in new[] { "https://example.org/techplan", "https://example.org/techplan/" })
        {
            Assert.Equal("https://example.org/techplan/", Start("Local", ("TechPlan:BaseUrl", address)).GetRequiredService<LinkUrls>().Home.AbsoluteUri);
        }
    }

    private static ServiceProvider Start(string environment, params (string Key, string? Value)[] changes)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IHostEnvironment>(new TestEnvironment(environment))
            .AddTechPlan(TestSettings.With(changes))
            .BuildServiceProvider();
        services.GetRequiredService<IStartupValidator>().Validate();
        return services;
    }
}
