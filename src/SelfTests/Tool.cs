using System.Diagnostics;
using System.Text.Json;

namespace Research.SelfTests;

/// <summary>Runs the tool on a workspace in a process of its own, as a person would.</summary>
/// <param name="program">The tool and its first arguments.</param>
public sealed class Tool(IReadOnlyList<string> program)
{
    /// <summary>This same program.</summary>
    public static Tool Own() => new([.. Pipeline.Runs.WorkerProcess.OwnProgram()]);

    /// <summary>Plan of everything: target and state.</summary>
    public IReadOnlyDictionary<string, string> Plan(SmallWorkspace workspace)
    {
        (int code, string output, string errors) = Run(workspace, "plan", "--json");
        if (code != 0)
        {
            return new Dictionary<string, string> { ["error"] = errors };
        }

        using var json = JsonDocument.Parse(output);
        return json
            .RootElement.EnumerateArray()
            .ToDictionary(step => step.GetProperty("target").GetString()!, step => step.GetProperty("state").GetString()!);
    }

    /// <summary>Brings everything up to date.</summary>
    public (int Code, string Output, string Errors) Run(SmallWorkspace workspace) => Run(workspace, "run", "all");

    public (int Code, string Output, string Errors) Run(SmallWorkspace workspace, params string[] arguments)
    {
        using Process process = Start(workspace, arguments);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }

    public Process Start(SmallWorkspace workspace, params string[] arguments) =>
        Start(workspace.Root, workspace.Catalogue, workspace.Cache, arguments);

    /// <summary>Starts the tool on the experiments of an assembly.</summary>
    public Process Start(string root, string catalogue, string cache, params string[] arguments)
    {
        var start = new ProcessStartInfo(program[0], [.. program.Skip(1), .. arguments, "--root", root, "--catalogue", catalogue])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["RESEARCH_CACHE"] = cache;
        start.Environment.Remove("RESEARCH_SHARED_CACHE");
        return Process.Start(start)!;
    }
}
