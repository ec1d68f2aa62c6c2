using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TechPlan.Functions.Mail;
using TechPlan.Functions.Mailbox;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Tests.Mail;

/// <summary>The mail's settings, checked as at a start.</summary>
internal static class MailSettings
{
    public static void Check(string environment, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["TechPlan:SendGrid:ApiKey"] = environment == "Local" ? "SG.test" : "",
            ["TechPlan:SendGrid:From"] = "enroll@example.org",
        });
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        builder.Services.Configure<SiteOptions>(site => site.BaseUrl = new Uri("https://techplan.example.org"));
        builder.Services.AddMail(builder.Configuration).AddMailbox(builder.Configuration);
        using var app = builder.Build();
        app.Services.GetRequiredService<IStartupValidator>().Validate();
    }
}
