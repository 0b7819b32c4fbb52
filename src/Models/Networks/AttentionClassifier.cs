using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;

namespace Research.Models.Networks;

/// <summary>Dense layers, a bidirectional LSTM, attention over its outputs, and a linear layer to the classes.</summary>
/// <remarks>
/// One bias vector a direction, as Keras has: PyTorch's second one is fixed at zero. Frames beyond a sequence's length, and frames that the batch does not
/// let attend, have weight 0. Source: Mirsamadi, Barsoum and Zhang (2017), ICASSP. Oracle: the study's count of parameters, layer by layer.
/// </remarks>
internal sealed class AttentionClassifier : nn.Module<AttendedBatch, Tensor>
{
    private const float Never = -1e30f;
    private readonly Sequential dense;
    private readonly LSTM recurrent;
    private readonly Dropout dropout;
    private readonly Linear? project;
    private readonly Linear? score;
    private readonly Parameter? attention;
    private readonly Linear output;

    /// <param name="inputs">Features a frame.</param>
    public AttentionClassifier(int inputs, int classes, AttentionSettings settings)
        : base(nameof(AttentionClassifier))
    {
        dense = Dense(inputs, settings);
        int width = settings.Dense.Count > 0 ? settings.Dense[^1] : inputs;
        recurrent = nn.LSTM(width, settings.Hidden, batchFirst: true, bidirectional: true);
        OneBias(recurrent);
        dropout = nn.Dropout(settings.Dropout);
        int both = 2 * settings.Hidden;
        if (settings.Attention == AttentionForm.Vector)
        {
            attention = full(both, 1.0 / both).AsParameter();
            output = nn.Linear(both, classes);
        }
        else
        {
            project = nn.Linear(both, settings.ScoringUnits, hasBias: false);
            score = nn.Linear(settings.ScoringUnits, 1, hasBias: false);
            output = nn.Linear(2 * both, classes);
        }

        RegisterComponents();
    }

    /// <summary>Numbers that training changes, in all and by layer.</summary>
    public IReadOnlyList<(string Layer, long Count)> Parameters() =>
        [
            .. named_parameters()
                .Where(pair => pair.parameter.requires_grad)
                .GroupBy(pair => pair.name.Split('.')[0])
                .Select(group => (group.Key, group.Sum(pair => pair.parameter.numel()))),
        ];

    /// <summary>Scores of the classes [batch, classes].</summary>
    public override Tensor forward(AttendedBatch input)
    {
        (Tensor outputs, Tensor hidden) = Recurrent(input);
        Tensor context = bmm(Weights(outputs, input).unsqueeze(1), outputs).squeeze(1);
        Tensor seen = score is null ? context : cat([context, hidden.select(0, 0), hidden.select(0, 1)], 1);
        return output.call(dropout.call(seen));
    }

    /// <summary>Weight of every frame [batch, steps]; a sequence's sum to 1.</summary>
    public Tensor Attention(AttendedBatch input) => Weights(Recurrent(input).Outputs, input);

    private (Tensor Outputs, Tensor Hidden) Recurrent(AttendedBatch input)
    {
        Tensor frames = dense.call(input.Batch.Padded);
        (PackedSequence packed, Tensor hidden, _) = recurrent.call(
            pack_padded_sequence(frames, input.Batch.LengthTensor, batch_first: true)
        );
        return (pad_packed_sequence(packed, batch_first: true).Item1, hidden);
    }

    private Tensor Weights(Tensor outputs, AttendedBatch input)
    {
        Tensor scores = attention is not null ? matmul(outputs, attention) : Scored(outputs, project!, score!);
        return scores.masked_fill(input.Unattended, Never).softmax(1);
    }

    // Divided by the root of the scoring layer's width, as the study's program does.
    private static Tensor Scored(Tensor outputs, Linear project, Linear score) =>
        score.call(project.call(outputs)).squeeze(-1) / Math.Sqrt(score.weight!.size(1));

    private static Sequential Dense(int inputs, AttentionSettings settings)
    {
        var layers = new List<nn.Module<Tensor, Tensor>>();
        int width = inputs;
        foreach (int units in settings.Dense)
        {
            layers.AddRange([nn.Linear(width, units), nn.ReLU(), nn.Dropout(settings.Dropout)]);
            width = units;
        }

        return nn.Sequential(layers);
    }

    private static void OneBias(LSTM layer)
    {
        foreach ((string name, Parameter parameter) in layer.named_parameters())
        {
            if (name.StartsWith("bias_hh", StringComparison.Ordinal))
            {
                nn.init.zeros_(parameter);
                parameter.requires_grad = false;
            }
        }
    }
}
