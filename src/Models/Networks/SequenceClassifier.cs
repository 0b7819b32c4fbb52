using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;

namespace Research.Models.Networks;

/// <summary>Recurrent layers, the last valid output of each direction, dropout, and a linear layer to the classes.</summary>
public sealed class SequenceClassifier : nn.Module<PackedSequence, Tensor>
{
    private readonly RecurrentLayers recurrent;
    private readonly Dropout dropout;
    private readonly Linear output;
    private readonly bool _both;

    /// <param name="inputs">Features a frame.</param>
    public SequenceClassifier(int inputs, int classes, RecurrentSettings settings)
        : base(nameof(SequenceClassifier))
    {
        recurrent = new RecurrentLayers(inputs, settings);
        dropout = nn.Dropout(settings.Dropout);
        output = nn.Linear(settings.Width, classes);
        _both = settings.Bidirectional;
        RegisterComponents();
    }

    /// <summary>Packed sequences to scores of the classes [batch, classes].</summary>
    public override Tensor forward(PackedSequence input)
    {
        (_, Tensor hidden) = recurrent.call(input);
        return Scores(hidden);
    }

    /// <summary>Padded sequences, whose padding the layers run through, to scores of the classes.</summary>
    /// <param name="input">[batch, steps, features].</param>
    /// <param name="lengths">Valid steps of each sequence.</param>
    public Tensor Padded(Tensor input, Tensor lengths)
    {
        (Tensor outputs, _) = recurrent.Padded(input);
        Tensor last = (lengths - 1).reshape(-1, 1, 1).expand(outputs.size(0), 1, outputs.size(2));
        return output.call(dropout.call(outputs.gather(1, last).squeeze(1)));
    }

    // The last layer's states; a backward direction ends at the first frame.
    private Tensor Scores(Tensor hidden)
    {
        Tensor last = _both ? cat([hidden.select(0, -2), hidden.select(0, -1)], 1) : hidden.select(0, -1);
        return output.call(dropout.call(last));
    }
}
