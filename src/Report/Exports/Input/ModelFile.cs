using System.Text.Json;
using Research.Numerics;

namespace Research.Report.Exports.Input;

/// <summary>A model that an experiment exports, by its card in models.json.</summary>
/// <param name="Experiment">Which trained it.</param>
/// <param name="Name">Its name within the experiment, such as fsdd.</param>
/// <param name="Card">Title, labels, data, score, what it has heard, how sure it may be.</param>
internal sealed record ModelFile(ExportedExperiment Experiment, string Name, JsonElement Card)
{
    public const string File = "models.json";

    public string Text(string member) => Card.GetProperty(member).GetString()!;

    public string Text(string part, string member) => Card.GetProperty(part).GetProperty(member).GetString()!;

    public IEnumerable<string> Texts(string list) => Card.GetProperty(list).EnumerateArray().Select(item => item.GetString()!);

    public decimal Number(string part, string member) => Card.GetProperty(part).GetProperty(member).GetDecimal();

    /// <summary>The models of all experiments whose cards are committed.</summary>
    /// <exception cref="ResearchException">A file of cards cannot be read.</exception>
    public static IEnumerable<ModelFile> All(ExportInput input) =>
        input.Experiments.SelectMany(experiment => Of(input, experiment));

    /// <summary>Experiments that wrote cards when they ran, by their run record, and whose cards are not committed, or are those of another run.</summary>
    public static IEnumerable<string> Missing(ExportInput input) =>
        from experiment in input.Experiments
        where FileOf(input, experiment) is null && RunOutputs.Of(input, experiment).ContainsKey(File)
        select experiment.Target;

    private static IEnumerable<ModelFile> Of(ExportInput input, ExportedExperiment experiment)
    {
        if (FileOf(input, experiment) is not { } file)
        {
            return [];
        }

        try
        {
            JsonElement cards = JsonElement.Parse(file.Bytes);
            return [.. cards.EnumerateObject().Select(card => new ModelFile(experiment, card.Name, card.Value))];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new ResearchException(
                $"{file.Path} holds no cards of models: {error.Message} Run the experiment again.",
                error
            );
        }
    }

    // The bytes that the run record names, and no others.
    private static RepositoryFile? FileOf(ExportInput input, ExportedExperiment experiment) =>
        input.FindResult(experiment.Study.Name, experiment.Name, File) is { } file
        && RunOutputs.Of(input, experiment).GetValueOrDefault(File) == file.Sha256
            ? file
            : null;
}
