using System.Text;
using Research.Data.Datasets;

namespace Research.Experiments.GenreAffect;

/// <summary>A trained classifier together with the pretrained network whose vectors it reads: what a recogniser needs, so that its file needs no other.</summary>
internal sealed record PretrainedVectorsTrial : Trial
{
    private const string Network = "musicnn_msd"; // the asset's group

    /// <summary>The training; its model is kept.</summary>
    public required VectorTrial Trained { get; init; }

    public override string Description => $"{Trained.Description}/with its network";

    public override IReadOnlyList<DatasetRef> Data => [.. Trained.Data, MusicnnMsd.Dataset];

    public override IReadOnlyList<Trial> Uses => [Trained];

    public override TrialResult Run(TrialInputs inputs)
    {
        TrialResult trained = inputs.Result(Trained);
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(trained.Model!);
            TensorsFile.Write(writer, Tensors(inputs.Open(MusicnnMsd.Dataset)));
        }

        return trained with
        {
            Model = bytes.ToArray(),
        };
    }

    // The heads for valence and arousal stay behind.
    private static Dictionary<string, Matrix> Tensors(Dataset asset) =>
        asset.Items.Where(item => item.Group == Network).ToDictionary(item => item.Id, item => item.Matrix);
}
