using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TechPlan.Functions.Correspondence.Answers;
using TechPlan.Functions.Correspondence.Letters;
using TechPlan.Functions.Correspondence.Paperwork;
using TechPlan.Functions.Correspondence.Reading;
using TechPlan.Functions.Correspondence.Replies;
using TechPlan.Functions.Correspondence.Requests;
using TechPlan.Functions.Correspondence.Senders;
using TechPlan.Functions.Mailbox;
using TechPlan.Functions.Retention;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Correspondence;

/// <summary>Puts together what decides about mail, and checks its settings at start.</summary>
internal static class CorrespondenceRegistration
{
    internal static IServiceCollection AddCorrespondence(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SenderOptions>()
            .Bind(configuration.GetSection(SenderOptions.Section))
            .Configure(o =>
            {
                o.AuthservIds.Clear();
                foreach (var id in configuration.ReadList(SenderOptions.Section + ":AuthservIds"))
                {
                    o.AuthservIds.Add(id);
                }
            })
            .Validate(o => o.AnswersADay is >= 1 and <= 100, "TechPlan:Senders:AnswersADay must be from 1 to 100.")
            .ValidateOnStart();
        return services
            .AddSingleton<IMailHandler, MailHandler>()
            .AddSingleton<MailReader>()
            .AddSingleton<Bounces>()
            .AddSingleton<QuestionDesk>()
            .AddRequests()
            .AddReplies()
            .AddAnswers();
    }

    private static IServiceCollection AddRequests(this IServiceCollection services) => services
        .AddSingleton<FormJudge>()
        .AddSingleton<MailedRequestDesk>()
        .AddSingleton<RequestMails>();

    private static IServiceCollection AddReplies(this IServiceCollection services) => services
        .AddSingleton<DraftReplies>()
        .AddSingleton<GrantPeople>()
        .AddSingleton<GrantReplies>()
        .AddSingleton<PaperworkTable>()
        .AddSingleton<PaperworkDesk>();

    private static IServiceCollection AddAnswers(this IServiceCollection services) => services
        .AddSingleton<AnswerTable>()
        .AddRetained<AnswerTable>((table, _) => new("counted answers", AnswerTable.KeepDays, table.RemoveBeforeAsync))
        .AddSingleton<AnswerCap>()
        .AddSingleton<Postman>()
        .AddSingleton<Stationery>()
        .AddSingleton<RequestLetters>()
        .AddSingleton<OtherLetters>()
        .AddSingleton<GrantLetters>()
        .AddSingleton<StaffLetters>();
}
