using System.Runtime.InteropServices;
using Research.Numerics;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Training;

/// <summary>The moving average of the weights while a training runs.</summary>
internal sealed class WeightAverage : IDisposable
{
    private readonly double _decay;
    private readonly (Parameter Own, Tensor Average)[] _pairs;
    private bool _begun;

    /// <exception cref="ArgumentException">No network of that name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The decay is negative or not below 1.</exception>
    public WeightAverage(WeightAverageSettings settings, IReadOnlyList<TrainedNetwork> networks)
    {
        Check(settings, networks);
        _decay = settings.Decay;
        using IDisposable quiet = no_grad();
        _pairs =
        [
            .. networks
                .Where(network => settings.Networks?.Contains(network.Name) != false)
                .SelectMany(network => network.Module.parameters())
                .Select(own => (own, own.detach().clone().DetachFromDisposeScope())),
        ];
    }

    public static void Check(WeightAverageSettings settings, IReadOnlyList<TrainedNetwork> networks)
    {
        if (settings.Decay is not (>= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(settings),
                settings.Decay,
                "The decay of the weights' average is at least 0 and below 1."
            );
        }

        string[] unknown = [.. (settings.Networks ?? []).Except(networks.Select(network => network.Name))];
        if (unknown.Length > 0)
        {
            throw new ArgumentException(
                $"No network to average is named {string.Join(", ", unknown)}; the step has {string.Join(", ", networks.Select(network => network.Name))}."
            );
        }
    }

    /// <summary>Takes in the weights after an update.</summary>
    public void Update()
    {
        using IDisposable quiet = no_grad();
        using var scope = NewDisposeScope();
        foreach ((Parameter own, Tensor average) in _pairs)
        {
            if (_begun)
            {
                average.mul_((Scalar)_decay).add_(own, 1 - _decay);
            }
            else
            {
                average.copy_(own);
            }
        }

        _begun = true;
    }

    /// <summary>Puts the average into the networks and the weights here; once more, and each is back.</summary>
    public void Swap()
    {
        using IDisposable quiet = no_grad();
        using var scope = NewDisposeScope();
        foreach ((Parameter own, Tensor average) in _pairs)
        {
            Tensor weights = own.detach().clone();
            own.copy_(average);
            average.copy_(weights);
        }
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_begun);
        foreach ((_, Tensor average) in _pairs)
        {
            writer.Write(OneNaN.Bytes(average.data<float>().ToArray()));
        }
    }

    public void Read(BinaryReader reader)
    {
        _begun = reader.ReadBoolean();
        using IDisposable quiet = no_grad();
        using var scope = NewDisposeScope();
        foreach ((_, Tensor average) in _pairs)
        {
            var values = new float[average.numel()];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
            average.copy_(tensor(values, average.shape));
        }
    }

    public void Dispose()
    {
        foreach ((_, Tensor average) in _pairs)
        {
            average.Dispose();
        }
    }
}
