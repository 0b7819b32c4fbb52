using System.Text.Json;
using Research.Numerics;
using Research.Results.Folders;

namespace Research.Report.Exports.Input;

/// <summary>The files that a run wrote, by its record.</summary>
internal static class RunOutputs
{
    /// <summary>Their names; none without a record.</summary>
    /// <exception cref="ResearchException">The record cannot be read.</exception>
    public static IReadOnlyList<string> Of(ExportInput input, ExportedExperiment experiment)
    {
        if (input.FindResult(experiment.Study.Name, experiment.Name, RunFile.File) is not { } file)
        {
            return [];
        }

        try
        {
            JsonElement outputs = JsonElement.Parse(file.Bytes).GetProperty("made").GetProperty("outputs");
            return [.. outputs.EnumerateArray().Select(output => output.GetProperty("path").GetString()!)];
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ResearchException($"{file.Path} is no run record: {error.Message} Run the experiment again.", error);
        }
    }
}
