using TechPlan.Local.Hosting;

namespace TechPlan.Local.Tests.Hosting;

/// <summary>A clone with a package.json and nothing else, on a machine whose PATH holds only what a test puts there.</summary>
internal sealed class FakeMachine : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("techplan-");

    public FakeMachine()
    {
        Root = _folder.CreateSubdirectory("clone").FullName;
        Tools = _folder.CreateSubdirectory("tools").FullName;
        File.WriteAllText(Path.Combine(Root, "package.json"), "{}");
    }

    public string Root { get; }

    public string Tools { get; }

    public List<string> Progress { get; } = [];

    public AzuriteOptions Options => AzuriteOptions.ForTests() with
    {
        StartDirectory = Root, SearchPath = Tools, Progress = Progress.Add,
    };

    /// <summary>Puts a program on the PATH that prints a line and ends.</summary>
    public FakeMachine With(string program, string prints, int exitCode = 0)
    {
        if (OperatingSystem.IsWindows())
        {
            File.WriteAllText(Path.Combine(Tools, program + ".cmd"), $"@echo {prints}\r\n@exit {exitCode}\r\n");
            return this;
        }

        var path = Path.Combine(Tools, program);
        File.WriteAllText(path, $"#!/bin/sh\necho '{prints}'\nexit {exitCode}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return this;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
