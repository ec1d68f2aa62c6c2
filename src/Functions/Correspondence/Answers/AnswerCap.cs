using Microsoft.Extensions.Options;
using TechPlan.Domain;
using TechPlan.Functions.Correspondence.Senders;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Correspondence.Answers;

/// <summary>
/// Stops what no header shows: two programs that write to each other, or somebody who makes the app write to others. Only letters
/// about mail are counted. A mini-grant's own mails are not: they are promised to the ITL, each belongs to a request that passed
/// every rule, and no reply to one of them makes another.
/// </summary>
internal sealed class AnswerCap(AnswerTable answers, IOptions<SenderOptions> senders, IOptions<DistrictOptions> district)
{
    internal int Most => senders.Value.AnswersADay;

    /// <summary>Whether one more letter may go to somebody on the day of a mail. One that was allowed before is allowed again.</summary>
    /// <param name="letter">The letter's key.</param>
    /// <param name="receivedAt">When the mail came, so that a second run counts on the same day.</param>
    internal Task<bool> AllowsAsync(EmailAddress person, string letter, DateTimeOffset receivedAt, CancellationToken cancellation) =>
        answers.TryTakeAsync(DayOf(receivedAt), person, Storage.TableKey.Of(letter), Most, cancellation);

    /// <summary>The day in the district.</summary>
    internal DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, district.Value.Zone).DateTime);
}
