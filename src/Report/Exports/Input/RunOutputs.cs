using System.Text.Json;
using Research.Numerics;
using Research.Results.Folders;

namespace Research.Report.Exports.Input;

/// <summary>The files that a run wrote, by its record.</summary>
internal static class RunOutputs
{
    /// <summary>SHA-256 by name; none without a record.</summary>
    /// <exception cref="ResearchException">The record cannot be read.</exception>
    public static IReadOnlyDictionary<string, string> Of(ExportInput input, ExportedExperiment experiment)
    {
        if (input.FindResult(experiment.Study.Name, experiment.Name, RunFile.File) is not { } file)
        {
            return new Dictionary<string, string>();
        }

        try
        {
            JsonElement outputs = JsonElement.Parse(file.Bytes).GetProperty("made").GetProperty("outputs");
            return outputs
                .EnumerateArray()
                .ToDictionary(
                    output => output.GetProperty("path").GetString()!,
                    output => output.GetProperty("sha256").GetString()!
                );
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ResearchException($"{file.Path} is no run record: {error.Message} Run the experiment again.", error);
        }
    }
}
