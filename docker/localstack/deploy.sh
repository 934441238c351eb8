#!/usr/bin/env bash
# LocalStack's ready hook: deploys the runtime templates through its CloudFormation API, stack by stack, in the order of
# their imports. The health check of the container looks for its success, so nothing starts before the stacks are there.
set -euo pipefail

templates=/opt/tillstream/cloudformation
stacks=(bus storage streams queues tables access delivery rules)

fail() {
  echo "[deploy] $*" >&2
  exit 1
}

# "aws cloudformation deploy" polls every 30 s; a stack is done here in about one.
deploy() {
  local stack=tillstream-$1 status
  awslocal cloudformation create-stack --stack-name "$stack" --template-body "file://$templates/$1.yaml" \
    --capabilities CAPABILITY_NAMED_IAM >/dev/null
  for _ in $(seq 120); do
    status=$(awslocal cloudformation describe-stacks --stack-name "$stack" --query 'Stacks[0].StackStatus' --output text)
    case $status in
      CREATE_COMPLETE) echo "[deploy] $stack"; return ;;
      CREATE_IN_PROGRESS) sleep 0.5 ;;
      *) awslocal cloudformation describe-stack-events --stack-name "$stack" --output table \
           --query "StackEvents[?ResourceStatusReason].[LogicalResourceId,ResourceStatusReason]" >&2
         fail "$stack is $status" ;;
    esac
  done
  fail "$stack is not complete after 60 s"
}

for file in "$templates"/*.yaml; do
  name=$(basename "$file" .yaml)
  [[ " ${stacks[*]} " == *" $name "* ]] || fail "$name.yaml has no place in the order of deployment: add it to docker/localstack/deploy.sh"
done
for stack in "${stacks[@]}"; do
  deploy "$stack"
done
