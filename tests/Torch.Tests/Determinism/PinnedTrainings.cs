using System.Runtime.InteropServices;
using System.Security.Cryptography;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.utils.rnn;

namespace Research.Torch.Tests.Determinism;

/// <summary>Small trainings whose weights have one hash on every machine, number of threads and device.</summary>
internal static class PinnedTrainings
{
    private const int Steps = 3;

    /// <summary>What each gives: the first 16 digits of the SHA-256 of all its weights and buffers.</summary>
    public static IReadOnlyList<(string Name, string Hash, Func<string> Train)> All { get; } =
    [
        ("a convolutional net", "833AD72CC438F8DF", Convolutional),
        ("a packed bidirectional LSTM", "3457E178884B5586", Recurrent),
        ("second gradients", "0458925E084E2D33", Penalty),
    ];

    public static string Convolutional()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(1);
        using Sequential net = Sequential(
            Conv2d(3, 16, 3, padding: 1),
            BatchNorm2d(16),
            ReLU(),
            MaxPool2d(2),
            Conv2d(16, 16, 3, padding: 1, groups: 16),
            Conv2d(16, 32, 1),
            BatchNorm2d(32),
            SiLU(),
            AvgPool2d(2),
            ConvTranspose2d(32, 8, 3, stride: 2),
            LayerNorm([17, 13]),
            Dropout(0.1),
            Flatten(),
            Linear(8 * 17 * 13, 10)
        );
        (Tensor x, Tensor y) = (randn([16, 3, 32, 24]), randint(10, [16]));
        return Train(net, () => functional.cross_entropy(net.call(x), y));
    }

    public static string Recurrent()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(2);
        using LSTM lstm = LSTM(12, 40, 2, dropout: 0.2, bidirectional: true);
        Tensor x = randn([30, 20, 12]);
        Tensor lengths = tensor([.. Enumerable.Range(0, 20).Select(i => 1L + (i * 7 % 30))]);
        return Train(
            lstm,
            () =>
            {
                (PackedSequence output, Tensor hn, _) = lstm.call(pack_padded_sequence(x, lengths, enforce_sorted: false));
                return pad_packed_sequence(output).Item1.square().mean() + hn.sum();
            }
        );
    }

    public static string Penalty()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(3);
        using Sequential net = Sequential(Conv2d(2, 8, 3), BatchNorm2d(8), Tanh(), Flatten(), Linear(8 * 100, 1));
        Tensor x = randn([32, 2, 12, 12], requires_grad: true);
        return Train(
            net,
            () => autograd.grad([net.call(x).sum()], [x], create_graph: true)[0].norm() + net.call(x).square().mean()
        );
    }

    private static string Train(nn.Module module, Func<Tensor> loss)
    {
        using Adam optimizer = optim.Adam(module.parameters(), lr: 1e-3);
        for (int step = 0; step < Steps; step++)
        {
            using DisposeScope scope = NewDisposeScope();
            optimizer.zero_grad();
            loss().backward();
            nn.utils.clip_grad_norm_(module.parameters(), 1);
            optimizer.step();
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Tensor value in module.state_dict().Values.Where(value => value.is_floating_point()))
        {
            float[] numbers = value.data<float>().ToArray();
            if (!Array.TrueForAll(numbers, float.IsFinite))
            {
                throw new InvalidOperationException("A weight is not finite: the hash would say little.");
            }

            hash.AppendData(MemoryMarshal.AsBytes(numbers.AsSpan()));
        }

        return Convert.ToHexString(hash.GetHashAndReset())[..16];
    }
}
