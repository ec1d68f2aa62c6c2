using System.Globalization;

namespace TechPlan.Local.Mail.Store;

/// <summary>Rows for an app without storage: they last as long as this object.</summary>
internal sealed class ForgetfulRows : IMailRows
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, MailRow> _rows = [];
    private int _version;

    public Task<IReadOnlyList<MailRow>> LoadAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<MailRow>>([.. _rows.Values]);
        }
    }

    public Task<string> InsertAsync(MailRow row, CancellationToken cancellation)
    {
        lock (_gate)
        {
            return Task.FromResult(Write(row));
        }
    }

    public Task<string?> ReplaceAsync(MailRow row, CancellationToken cancellation)
    {
        lock (_gate)
        {
            return Task.FromResult(string.Equals(_rows[row.Id].Version, row.Version, StringComparison.Ordinal) ? Write(row) : null);
        }
    }

    private string Write(MailRow row)
    {
        var version = (++_version).ToString(CultureInfo.InvariantCulture);
        _rows[row.Id] = row with { Version = version };
        return version;
    }
}
