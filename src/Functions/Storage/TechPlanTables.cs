using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Storage;

/// <summary>The app's tables by name. What each holds, its keys and its limits: docs/storage.md.</summary>
public sealed class TechPlanTables(TableServiceClient service, IOptions<StorageOptions> options)
{
    private readonly string _prefix = options.Value.TablePrefix;

    /// <summary>One partition per mini-grant: state, events, waiting and finished mails, and what came in.</summary>
    public TableClient MiniGrants => Table("MiniGrants");

    /// <summary>One row per mini-grant that waits for something: the marker and the sweep's index.</summary>
    public TableClient OpenWork => Table("OpenWork");

    /// <summary>Which mini-grants a lead school has on which date.</summary>
    public TableClient SessionDates => Table("SessionDates");

    /// <summary>Who registered for which session on the built-in Enroll.</summary>
    public TableClient Registrations => Table("Registrations");

    /// <summary>The district's schools, clusters and closed days.</summary>
    public TableClient Directory => Table("Directory");

    /// <summary>What a person in the office must look after.</summary>
    public TableClient OfficeTasks => Table("OfficeTasks");

    /// <summary>What was refused at a door, as it was typed.</summary>
    public TableClient Refused => Table("Refused");

    /// <summary>Requests that do not count yet, as they were typed.</summary>
    public TableClient Drafts => Table("Drafts");

    /// <summary>Letters that no mini-grant's outbox has.</summary>
    public TableClient Letters => Table("Letters");

    /// <summary>What came as paperwork of mini-grants.</summary>
    public TableClient Paperwork => Table("Paperwork");

    /// <summary>Who was answered how often on a day.</summary>
    public TableClient Answers => Table("Answers");

    /// <summary>What SendGrid told about mails, each event once.</summary>
    public TableClient MailEvents => Table("MailEvents");

    /// <summary>Mails that came through SendGrid's Inbound Parse, as they came.</summary>
    public TableClient Parcels => Table("Parcels");

    /// <summary>Mails that came in and wait to be handled.</summary>
    public TableClient Arrivals => Table("Arrivals");

    /// <summary>Which mails were handled, by Message-ID.</summary>
    public TableClient HandledMails => Table("HandledMails");

    /// <summary>What is known of the mailbox from one look to the next.</summary>
    public TableClient Mailbox => Table("Mailbox");

    /// <summary>Every table, for those who create or check them.</summary>
    public IEnumerable<TableClient> All => [MiniGrants, OpenWork, SessionDates, Registrations, Directory, OfficeTasks, Refused, Drafts, Letters, Paperwork, Answers, MailEvents, Parcels, Arrivals, HandledMails, Mailbox];

    private TableClient Table(string name) => service.GetTableClient(_prefix + name);
}
