using Research.Numerics;
using Research.Report.Exports.Input;

namespace Research.Report.Exports.Cards;

/// <summary>What a model was made from, and under which licences.</summary>
/// <param name="Data">The dataset that it learned from.</param>
/// <param name="All">That and all other data and weights that its experiment read, each with its licence in its owners' words.</param>
internal sealed record ModelRights(Work Data, IReadOnlyList<(Work Work, string Licence)> All)
{
    /// <summary>The SPDX identifier that holds for all; empty where there are several, or where one has none.</summary>
    public string OneLicence => All.Select(item => item.Work.Licence).Distinct().ToArray() is [var one] ? one : "";

    /// <exception cref="ResearchException">It learned from a dataset that datasets.lock does not have.</exception>
    public static ModelRights Of(ExportInput input, ModelFile model)
    {
        string id = model.Text("dataset");
        Dictionary<string, string> licences = input
            .Report.Pins.Datasets.Select(entry => (entry.Id, entry.Licence))
            .Concat(input.Report.Pins.Generated.Select(entry => (entry.Id, entry.Licence)))
            .ToDictionary();
        (Work Work, string Licence)[] all =
        [
            .. input
                .Datasets.Where(work => model.Experiment.Data.Contains(work.Id) || work.Id == id)
                .Select(work => (work, licences[work.Id])),
        ];
        Work? data = all.Select(item => item.Work).FirstOrDefault(work => work.Id == id);
        return data is not null
            ? new(data, all)
            : throw new ResearchException(
                $"{model.Experiment.Target}/{model.Name} learned from '{id}', which is not in datasets.lock; run the experiment again."
            );
    }
}
