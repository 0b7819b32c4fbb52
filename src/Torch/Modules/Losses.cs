using Research.Torch.Functions;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public enum Reduction : long
        {
            None = 0,
            Mean = 1,
            Sum = 2,
        }

        public static Modules.CrossEntropyLoss CrossEntropyLoss(
            Tensor? weight = null,
            long? ignore_index = null,
            Reduction reduction = Reduction.Mean
        ) => new(weight, ignore_index, reduction);

        public static Modules.BCELoss BCELoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
            new(weight, reduction);

        public static Modules.BCEWithLogitsLoss BCEWithLogitsLoss(
            Tensor? weight = null,
            Reduction reduction = Reduction.Mean,
            Tensor? pos_weights = null
        ) => new(weight, reduction, pos_weights);

        public static Modules.MSELoss MSELoss(Reduction reduction = Reduction.Mean) => new(reduction);

        public static Modules.L1Loss L1Loss(Reduction reduction = Reduction.Mean) => new(reduction);

        public static Modules.SmoothL1Loss SmoothL1Loss(Reduction reduction = Reduction.Mean, double beta = 1.0) =>
            new(reduction, beta);

        public static Modules.NLLLoss NLLLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
            new(weight, reduction);

        public static partial class functional
        {
            public static Tensor cross_entropy(
                Tensor input,
                Tensor target,
                Tensor? weight = null,
                long ignore_index = -100,
                Reduction reduction = Reduction.Mean,
                double label_smoothing = 0.0
            ) => ClassLosses.CrossEntropy(input, target, weight, ignore_index, reduction, label_smoothing);

            public static Tensor nll_loss(
                Tensor input,
                Tensor target,
                Tensor? weight = null,
                Reduction reduction = Reduction.Mean
            ) => ClassLosses.NegativeLogLikelihood(input, target, weight, -100, reduction);

            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Reduced((Paired("mse_loss", input, target) - target).square(), reduction);

            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Reduced((Paired("l1_loss", input, target) - target).abs(), reduction);

            public static Tensor smooth_l1_loss(
                Tensor input,
                Tensor target,
                Reduction reduction = Reduction.Mean,
                double beta = 1.0
            )
            {
                Tensor difference = (Paired("smooth_l1_loss", input, target) - target).abs();
                return Reduced(
                    beta == 0
                        ? difference
                        : where(difference.lt(beta), difference.square() * (0.5 / beta), difference - (0.5 * beta)),
                    reduction
                );
            }

            /// <summary>−w·(y·log x + (1 − y)·log(1 − x)), logarithms not below −100.</summary>
            public static Tensor binary_cross_entropy(
                Tensor input,
                Tensor target,
                Tensor? weight = null,
                Reduction reduction = Reduction.Mean
            )
            {
                Paired("binary_cross_entropy", input, target);
                Tensor loss = BinaryLosses.CrossEntropy(input, target);
                return Reduced(weight is null ? loss : loss * weight, reduction);
            }

            /// <summary>The same of a sigmoid, in a form that does not overflow: (1 − y)·x + (1 + (p − 1)·y)·log(1 + e⁻ˣ).</summary>
            public static Tensor binary_cross_entropy_with_logits(
                Tensor input,
                Tensor target,
                Tensor? weight = null,
                Reduction reduction = Reduction.Mean,
                Tensor? pos_weights = null
            )
            {
                Paired("binary_cross_entropy_with_logits", input, target);
                Tensor soft = BinaryLosses.SoftplusOfNegative(input);
                Tensor scale = pos_weights is null ? soft : soft * ((target * (pos_weights - 1f)) + 1f);
                Tensor loss = ((1f - target) * input) + scale;
                return Reduced(weight is null ? loss : loss * weight, reduction);
            }

            internal static Tensor Reduced(Tensor loss, Reduction reduction) =>
                reduction switch
                {
                    Reduction.Mean => loss.mean(),
                    Reduction.Sum => loss.sum(),
                    _ => loss,
                };

            private static Tensor Paired(string operation, Tensor input, Tensor target) =>
                Research.Torch.Shapes.Same(input.Sizes, target.Sizes)
                    ? input
                    : throw new ArgumentException(
                        $"{operation}: input {Research.Torch.Shapes.Text(input.Sizes)} and target {Research.Torch.Shapes.Text(target.Sizes)} must have one shape."
                    );
        }
    }
}
