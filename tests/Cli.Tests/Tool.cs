using System.Diagnostics;

namespace Research.Cli.Tests;

/// <summary>Runs the tool in a process of its own, as a person would.</summary>
internal static class Tool
{
    public static (int Code, string Output, string Errors) Run(params string[] arguments) =>
        Run(new Dictionary<string, string>(), arguments);

    public static (int Code, string Output, string Errors) Run(
        IReadOnlyDictionary<string, string> environment,
        params string[] arguments
    )
    {
        string tool = Path.Combine(AppContext.BaseDirectory, "research.dll");
        var start = new ProcessStartInfo("dotnet", [tool, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}
