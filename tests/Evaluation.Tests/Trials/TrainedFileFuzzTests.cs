using CsCheck;
using Research.Evaluation.Trials;
using Research.Features.Normalization;
using Research.Models.Classical;
using Research.Models.Hmm;
using Research.Models.Mixtures;
using Research.Models.Networks;
using Research.Numerics;
using Research.Tests;

namespace Research.Evaluation.Tests.Trials;

/// <summary>Random and mutated trained models: read or refused, with memory in proportion to the file.</summary>
public class TrainedFileFuzzTests
{
    private const int Cases = 400;
    private const long BytesForAll = 1 << 18;
    private const int BytesForEach = 64;

    private static readonly Standardizer Scaling = new([0, 1], [1, 2]);

    [Fact]
    public void Mutated_hidden_Markov_models_are_read_or_refused()
    {
        foreach (bool full in new[] { false, true })
        {
            MutatedBytes
                .Of(HmmFile.Write(Scaling, new HmmClassifier([Hmm(full), Hmm(full)])))
                .HoldsFor(Cases, bytes => Check(bytes, reader => HmmFile.Read(reader)));
        }
    }

    [Fact]
    public void A_mutated_network_is_read_or_refused() =>
        MutatedBytes
            .Of(NetworkFile.Write(Scaling, [1, 2, 3, 4, 5]))
            .HoldsFor(Cases, bytes => Check(bytes, reader => NetworkFile.Read(reader)));

    [Fact]
    public void A_mutated_regression_is_read_or_refused() =>
        MutatedBytes
            .Of(
                VectorFile.Write(
                    Scaling,
                    LogisticRegression.Of(
                        Matrix.OfRows([
                            [1, 2],
                            [3, 4],
                            [5, 6],
                        ]),
                        [7, 8, 9]
                    )
                )
            )
            .HoldsFor(Cases, bytes => Check(bytes, reader => VectorFile.Read(reader)));

    [Fact]
    public void Random_bytes_are_read_or_refused() =>
        Gen
            .Byte.Array[0, 200]
            .HoldsFor(
                Cases,
                bytes =>
                {
                    Check(bytes, reader => HmmFile.Read(reader));
                    Check(bytes, reader => NetworkFile.Read(reader));
                    Check(bytes, reader => VectorFile.Read(reader));
                }
            );

    [Fact]
    public void Weights_that_are_larger_than_the_file_are_refused_without_memory_for_them()
    {
        byte[] file = NetworkFile.Write(Scaling, []);
        BitConverter.GetBytes(int.MaxValue).CopyTo(file, file.Length - sizeof(int));
        HostileInput.IsReadOrRefused(
            () => Assert.Throws<EndOfStreamException>(() => NetworkFile.Read(Reader(file))),
            1 << 16,
            _ => false
        );
    }

    [Theory]
    [InlineData(20, 1, false)]
    [InlineData(int.MaxValue, 1, true)]
    [InlineData(int.MaxValue, int.MaxValue, true)]
    [InlineData(10, 100, false)]
    public void Settings_of_a_network_larger_than_its_weights_are_refused(int hidden, int layers, bool both)
    {
        var settings = new RecurrentSettings
        {
            Kind = RecurrentKind.Lstm,
            Hidden = hidden,
            Layers = layers,
            Bidirectional = both,
            Dropout = 0,
        };
        Assert.Throws<InvalidDataException>(() => NetworkFile.CheckRoom(new byte[4000], settings.LeastWeights(2, 2)));
    }

    [Fact]
    public void The_least_of_a_network_is_its_matrices()
    {
        var recurrent = new RecurrentSettings
        {
            Kind = RecurrentKind.Gru,
            Hidden = 5,
            Layers = 2,
            Bidirectional = true,
            Dropout = 0,
        };
        Assert.Equal((2 * 3 * 5 * (3 + 5)) + (2 * 3 * 5 * (10 + 5)) + (10 * 4), (int)recurrent.LeastWeights(3, 4));
        var attention = new AttentionSettings
        {
            Dense = [7, 6],
            Dropout = 0,
            Hidden = 5,
            Attention = AttentionForm.Scored,
            ScoringUnits = 9,
        };
        int lstm = 2 * 4 * 5 * (6 + 5);
        Assert.Equal((3 * 7) + (7 * 6) + lstm + (10 * 9) + (10 * 4), (int)attention.LeastWeights(3, 4));
        Assert.Throws<InvalidDataException>(() => (attention with { Dense = [-1, 3] }).LeastWeights(3, 4));
        Assert.Throws<InvalidDataException>(() => (recurrent with { Hidden = -5, Layers = -2 }).LeastWeights(3, 4));
    }

    private static void Check(byte[] bytes, Action<BinaryReader> read) =>
        HostileInput.IsReadOrRefused(
            () => read(Reader(bytes)),
            BytesForAll + (BytesForEach * (long)bytes.Length),
            error => error is EndOfStreamException or InvalidDataException or ArgumentException
        );

    private static BinaryReader Reader(byte[] bytes) => new(new MemoryStream(bytes));

    private static LeftRightHmm Hmm(bool full)
    {
        var means = Matrix.OfRows([
            [0, 1],
            [2, 3],
        ]);
        GaussianMixture mixture = full
            ? GaussianMixture.OfFull([0.5, 0.5], means, [Unit(), Unit()])
            : GaussianMixture.OfDiagonal(
                [0.5, 0.5],
                means,
                Matrix.OfRows([
                    [1, 2],
                    [3, 4],
                ])
            );
        return new LeftRightHmm([0.5, 1], [mixture, mixture]);
    }

    private static Matrix Unit() =>
        Matrix.OfRows([
            [1, 0],
            [0, 1],
        ]);
}
