using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Networks;

/// <summary>Recurrent layers and a linear layer at every step: a sequence of numbers from another.</summary>
public sealed class SequenceRegressor : nn.Module<Tensor, Tensor>
{
    private readonly RecurrentLayers recurrent;
    private readonly Linear output;

    /// <param name="inputs">Numbers a step.</param>
    /// <param name="outputs">Numbers predicted a step.</param>
    public SequenceRegressor(int inputs, int outputs, RecurrentSettings settings)
        : base(nameof(SequenceRegressor))
    {
        recurrent = new RecurrentLayers(inputs, settings);
        output = nn.Linear(settings.Width, outputs);
        RegisterComponents();
    }

    /// <summary>[batch, steps, inputs] to [batch, steps, outputs].</summary>
    public override Tensor forward(Tensor input)
    {
        (Tensor states, _) = recurrent.Padded(input);
        return output.call(states);
    }
}
