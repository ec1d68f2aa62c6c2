namespace TechPlan.Local.Hosting;

/// <summary>
/// A few lines that node loads before Azurite, to make its life depend on its owner's words instead of the terminal's signals.
/// <para>
/// Ctrl+C reaches every process of a terminal. Azurite would end at once, under an app that still writes while it stops; so it does
/// not hear that signal, and ends when its standard input says so, which works the same on every system.
/// </para>
/// <para>
/// If the app is killed, its end of the pipe closes without that word. Azurite then lives on, and a restarted app finds it answering
/// with nothing lost; one that only keeps memory ends, since nobody can want it any more.
/// </para>
/// <para>
/// Azurite keeps its tables in memory and writes all of them to one file every five seconds, and when it ends in order. Killing
/// Azurite itself (seen with kill -9 under steady writes) loses what came in since the last time: never more than about five seconds,
/// never the file, which is written beside and renamed.
/// </para>
/// </summary>
internal static class AzuriteShim
{
    public const string EndWord = "end";

    private const string Script =
        """
        const end = () => { process.emit('message', 'shutdown'); process.stdin.destroy(); };
        const once = process.once;
        process.once = (name, handler) => name === 'SIGINT' ? process : once.call(process, name, handler);
        process.on('SIGINT', () => {});
        process.stdout.on('error', () => {});
        process.stderr.on('error', () => {});
        process.stdin.on('error', () => {});
        process.stdin.once('data', end);
        if (process.argv.includes('--inMemoryPersistence')) process.stdin.once('end', () => process.exit());
        """;

    /// <summary>The script in the form that node's --import takes.</summary>
    public static string ImportUrl { get; } = "data:text/javascript," + Uri.EscapeDataString(Script);
}
